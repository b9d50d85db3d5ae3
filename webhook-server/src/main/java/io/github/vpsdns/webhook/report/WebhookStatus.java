// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.report;

import io.github.vpsdns.webhook.store.HostRow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the server stands.
 *
 * @param since when it was started
 * @param hosts the sets of records that it knows, in order of their names
 * @param api how it stands with the API
 * @param waiting how many sets are not written yet
 * @param oldestWait since when the longest of them waits, or {@code null}
 * @param lockouts who is locked out now
 * @param challenges how many challenge values are in the zones
 * @param storeProblem what is wrong with the database, or {@code null}
 * @param certificateEnds when the server's own certificate ends, or {@code null} if it has none
 * @param certificateProblem what is wrong with it, or {@code null}
 */
public record WebhookStatus(
        Instant since,
        List<HostState> hosts,
        ApiState api,
        int waiting,
        @Nullable Instant oldestWait,
        List<Lockout> lockouts,
        int challenges,
        @Nullable String storeProblem,
        @Nullable Instant certificateEnds,
        @Nullable String certificateProblem) {
    /**
     * One set of records.
     *
     * @param row what is kept of it
     * @param problem why it is not written, or {@code null}
     */
    public record HostState(HostRow row, @Nullable String problem) {}

    /**
     * How it stands with the API.
     *
     * @param problem why no calls are made, or the last failed; {@code null} if all is well
     * @param until when it is tried again, or {@code null}
     */
    public record ApiState(
            @Nullable String problem, @Nullable Instant until) {}

    /**
     * Somebody who is locked out.
     *
     * @param subject a user or an address
     * @param failures how many wrong passwords there were
     * @param until when it ends
     */
    public record Lockout(String subject, int failures, Instant until) {}

    /** Copies the lists. */
    public WebhookStatus {
        hosts = List.copyOf(hosts);
        lockouts = List.copyOf(lockouts);
    }
}
