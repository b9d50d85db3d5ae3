// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.settings;

import io.github.vpsdns.core.record.Ttl;
import java.time.Duration;

/**
 * How updates become records.
 *
 * @param ttl of records that are made; those that are there keep theirs
 * @param patience how long a client waits at most for its answer; what takes longer goes on and is answered {@code 911}
 * @param recheck how often the records of all known hosts are compared with the API; what was seen longer ago is not relied on
 * @param drift what to do where they differ
 * @param parallel how many calls of the API are made at once at most
 * @param dryRun whether nothing is written
 */
public record UpdateSettings(
        Ttl ttl, Duration patience, Duration recheck, DriftPolicy drift, int parallel, boolean dryRun) {
    /** TTL 60, 8 seconds, an hour, restore, 8 calls. */
    public static final UpdateSettings DEFAULT =
            new UpdateSettings(Ttl.of(60), Duration.ofSeconds(8), Duration.ofHours(1), DriftPolicy.RESTORE, 8, false);
}
