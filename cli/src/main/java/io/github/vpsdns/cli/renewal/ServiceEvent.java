// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.renewal;

import io.github.vpsdns.cli.base.Failure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happened in the service, as a JSON document.
 *
 * @param time when
 * @param event a word for programs, such as {@code renewed}
 * @param lineage the certificate it is about, or {@code null} if it is about none
 * @param message one sentence
 * @param nextAttempt when it is looked after next, or {@code null}
 * @param error why it failed, or {@code null}
 */
record ServiceEvent(
        Instant time,
        String event,
        @Nullable String lineage,
        String message,
        @Nullable Instant nextAttempt,
        @Nullable Failure error) {}
