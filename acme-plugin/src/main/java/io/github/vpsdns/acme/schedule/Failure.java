// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.schedule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong in one attempt.
 *
 * @param kind a word for programs, such as {@code challenge-failed}
 * @param message one sentence without secrets
 * @param validation whether the CA did not accept a proof
 * @param notBefore before when the CA does not want to be asked again, or {@code null} if it named no date
 */
public record Failure(
        String kind,
        String message,
        boolean validation,
        @Nullable Instant notBefore) {}
