// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.report;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.name.DomainName;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with an agent at a moment.
 *
 * @param addresses what is known of the host's addresses, one for each rule and family
 * @param records what is known of the records, one for each name and family
 * @param pause why no calls are made, or {@code null} if they are
 * @param pausedUntil when they are made again, or {@code null} if they are, or not before the credentials change
 * @param lastCompared when the records were last compared with the API, or {@code null} if never
 * @param lastStep when the loop last went round
 */
public record AgentStatus(
        List<Address> addresses,
        List<Records> records,
        @Nullable String pause,
        @Nullable Instant pausedUntil,
        @Nullable Instant lastCompared,
        Instant lastStep) {
    /** Copies the lists. */
    public AgentStatus {
        addresses = List.copyOf(addresses);
        records = List.copyOf(records);
    }

    /**
     * What is known of the host's addresses by one rule.
     *
     * @param family which family
     * @param sources the rule's sources
     * @param addresses the addresses that count, empty if none is known
     * @param changed when they began to count, or {@code null} if none is known
     * @param problem why they are not known at the moment, or {@code null}
     */
    public record Address(
            Family family,
            List<String> sources,
            List<InetAddress> addresses,
            @Nullable Instant changed,
            @Nullable String problem) {}

    /** How it stands with records. */
    public enum Phase {
        /** There is no address yet that they could point to. */
        WAITING,
        /** They are not right yet. */
        PENDING,
        /** The API has them right. */
        PUBLISHED,
        /** The authoritative servers have them right as well. */
        VERIFIED,
        /** Somebody else changed them, and they are left so. */
        DRIFTED,
        /** They could not be made right, and it will be tried again. */
        FAILED
    }

    /**
     * How it stands with the records of one name and family.
     *
     * @param name whose
     * @param family which
     * @param addresses what they say as far as known
     * @param phase how it stands
     * @param changed when they were last written, or {@code null} if not by this agent
     * @param problem what is wrong, one sentence, or {@code null}
     * @param nextAttempt when it is tried again, or {@code null} if that is not so
     */
    public record Records(
            DomainName name,
            Family family,
            List<InetAddress> addresses,
            Phase phase,
            @Nullable Instant changed,
            @Nullable String problem,
            @Nullable Instant nextAttempt) {}
}
