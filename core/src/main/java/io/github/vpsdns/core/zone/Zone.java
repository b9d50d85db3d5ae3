// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.zone;

import io.github.vpsdns.core.name.DomainName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A zone of the account.
 *
 * @param id its id
 * @param domain its name, the apex
 * @param createdAt when it was made, or {@code null} if the API said nothing that can be understood
 * @param recordCount how many records the API says it has, or {@code null}; advisory, the vendor's samples contradict
 *     themselves
 */
public record Zone(
        ZoneId id,
        DomainName domain,
        @Nullable Instant createdAt,
        @Nullable Integer recordCount) {}
