// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.report;

import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.edit.SetOutcome;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.ddns.settings.DriftPolicy;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an agent did or noticed. Values without secrets; addresses are in the order of preference. */
public sealed interface AgentEvent {
    /** Something about addresses. */
    sealed interface AboutAddress extends AgentEvent {
        /**
         * Returns which family it is about.
         *
         * @return the family
         */
        Family family();
    }

    /** Something about the records of one name and family. */
    sealed interface AboutRecords extends AgentEvent {
        /**
         * Returns whose records it is about.
         *
         * @return the full name
         */
        DomainName name();

        /**
         * Returns which records of the name it is about.
         *
         * @return the family
         */
        Family family();
    }

    /**
     * The host has these addresses, which count from now on.
     *
     * @param family which family
     * @param before what counted before, empty if nothing did
     * @param now the addresses
     * @param sources who said so
     */
    record AddressChanged(Family family, List<InetAddress> before, List<InetAddress> now, List<String> sources)
            implements AboutAddress {}

    /**
     * Other addresses were read, which do not count until they have been read again.
     *
     * @param family which family
     * @param read what was read
     * @param times how often it has been read in a row
     * @param needed how often it must be
     */
    record AddressUnconfirmed(Family family, List<InetAddress> read, int times, int needed) implements AboutAddress {}

    /**
     * The addresses are not known any more, or for another reason than before. Records stay as they are.
     *
     * @param family which family
     * @param reason why, one sentence
     */
    record AddressUnknown(Family family, String reason) implements AboutAddress {}

    /**
     * Records were made right.
     *
     * @param name whose
     * @param family which
     * @param before what they said before as far as known, empty if there were none
     * @param now what they say
     * @param outcome what it took
     * @param reaction the time since the change was read, or {@code null} if something else than a change of address led to it
     */
    record RecordsPublished(
            DomainName name,
            Family family,
            List<InetAddress> before,
            List<InetAddress> now,
            SetOutcome outcome,
            @Nullable Duration reaction)
            implements AboutRecords {}

    /**
     * All authoritative servers say what was published.
     *
     * @param name whose records
     * @param family which
     * @param now what they say
     * @param after the time since it was published
     */
    record RecordsVerified(DomainName name, Family family, List<InetAddress> now, Duration after)
            implements AboutRecords {}

    /**
     * It could not be seen that all authoritative servers say what was published.
     *
     * @param name whose records
     * @param family which
     * @param reason why, one sentence
     */
    record RecordsUnverified(DomainName name, Family family, String reason) implements AboutRecords {}

    /**
     * Somebody else has changed records that were right.
     *
     * @param name whose
     * @param family which
     * @param expected what they should say
     * @param found what they say
     * @param policy what is done about it
     */
    record DriftFound(
            DomainName name, Family family, List<InetAddress> expected, List<InetAddress> found, DriftPolicy policy)
            implements AboutRecords {}

    /**
     * Records could not be made right, for a reason that is their own.
     *
     * @param name whose
     * @param family which
     * @param reason why
     * @param nextAttempt when it is tried again
     */
    record RecordsFailed(DomainName name, Family family, VpsDnsException reason, Instant nextAttempt)
            implements AboutRecords {}

    /**
     * Records were removed, as was told.
     *
     * @param name whose
     * @param family which
     * @param before what they said before
     * @param removed how many
     */
    record RecordsWithdrawn(DomainName name, Family family, List<InetAddress> before, int removed)
            implements AboutRecords {}

    /**
     * Records would have been written, but nothing is to be written.
     *
     * @param name whose
     * @param family which
     * @param before what they say, empty if there are none
     * @param wanted what they should say; empty if they would be removed
     */
    record RecordsWouldChange(DomainName name, Family family, List<InetAddress> before, List<InetAddress> wanted)
            implements AboutRecords {}

    /**
     * The settings do not name these records any more. They stay as they are.
     *
     * @param name whose
     * @param family which
     */
    record RecordsReleased(DomainName name, Family family) implements AboutRecords {}

    /**
     * No calls are made for now.
     *
     * @param reason why
     * @param until when they are made again, or {@code null} if not before the credentials change
     */
    record ApiPaused(VpsDnsException reason, @Nullable Instant until) implements AgentEvent {}

    /** The API answers again, or other credentials are there. */
    record ApiResumed() implements AgentEvent {}

    /**
     * All records have been compared with the API.
     *
     * @param names how many names
     * @param wrong how many record sets were not as they should be
     */
    record Compared(int names, int wrong) implements AgentEvent {}

    /**
     * The clock jumped, or the machine slept: everything is looked at anew.
     *
     * @param by how far the clock went beyond the time that passed, negative if it was put back
     */
    record ClockJumped(Duration by) implements AgentEvent {}

    /**
     * What was remembered cannot be used and is put aside; the API will tell.
     *
     * @param file where it was
     * @param reason why, one clause
     */
    record MemoryUnusable(Path file, String reason) implements AgentEvent {}

    /**
     * What is to be remembered could not be written. The agent goes on without.
     *
     * @param file where it was to be
     * @param reason why, one clause
     */
    record MemoryUnsaved(Path file, String reason) implements AgentEvent {}
}
