// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.report;

import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.edit.SetOutcome;
import io.github.vpsdns.core.name.DomainName;
import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of one pass.
 *
 * @param addresses what is known of the host's addresses, one for each rule and family
 * @param records what became of the records, one for each name and family
 * @param memoryProblem what is wrong with the memory, one sentence, or {@code null}: nothing was remembered, or nothing can be, so that
 *     more was called than need be
 */
public record PassReport(
        List<AddressResult> addresses,
        List<RecordResult> records,
        @Nullable String memoryProblem) {
    /** Copies the lists. */
    public PassReport {
        addresses = List.copyOf(addresses);
        records = List.copyOf(records);
    }

    /**
     * The host's addresses by one rule.
     *
     * @param family which family
     * @param sources who said so; the rule's sources if nobody did
     * @param addresses the addresses that count, empty if none is known
     * @param problem why they are not known now, or {@code null} if they are
     */
    public record AddressResult(
            Family family,
            List<String> sources,
            List<InetAddress> addresses,
            @Nullable String problem) {}

    /** What was done about records. */
    public enum Action {
        /** They were right already. */
        UNCHANGED,
        /** They were made right. */
        CHANGED,
        /** They would have been made right. */
        WOULD_CHANGE,
        /** What was ours was removed; or there was nothing of ours. */
        WITHDRAWN,
        /** What is ours would have been removed. */
        WOULD_WITHDRAW,
        /** They were left as they are, because the address is not known. */
        NO_ADDRESS,
        /** Somebody else changed them, and they are left so. */
        LEFT,
        /** They could not be made right. */
        FAILED
    }

    /**
     * What became of the records of one name and family.
     *
     * @param name whose
     * @param family which
     * @param action what was done
     * @param before what they said before as far as known, empty if there were none
     * @param now what they say as far as known; where nothing was to be written, what they should say
     * @param outcome what it took, or {@code null} if nothing was written
     * @param failure why they could not be made right, or {@code null} if they are
     * @param verified whether all authoritative servers say the same, or {@code null} if they were not asked
     */
    public record RecordResult(
            DomainName name,
            Family family,
            Action action,
            List<InetAddress> before,
            List<InetAddress> now,
            @Nullable SetOutcome outcome,
            @Nullable VpsDnsException failure,
            @Nullable Boolean verified) {}
}
