// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.ddns;

import io.github.vpsdns.cli.api.CallCounter;
import io.github.vpsdns.cli.base.ExitStatus;
import io.github.vpsdns.cli.base.Failure;
import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.ddns.report.PassReport;
import io.github.vpsdns.ddns.report.PassReport.Action;
import io.github.vpsdns.ddns.settings.DriftPolicy;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one pass found and did, as a JSON document.
 *
 * @param addresses what is known of the addresses, for each rule and family
 * @param records what became of the records, for each name and family
 * @param memory what is wrong with the memory, or {@code null}
 * @param calls how often each operation of the API was called
 */
record PassView(
        List<Address> addresses,
        List<Records> records,
        @Nullable String memory,
        Map<String, Long> calls) {
    /**
     * What is known of the addresses by one rule.
     *
     * @param family {@code ipv4} or {@code ipv6}
     * @param sources the sources that were asked or said so
     * @param addresses the addresses that count, the best one first
     * @param problem why they are not known, or {@code null}
     */
    record Address(
            String family,
            List<String> sources,
            List<String> addresses,
            @Nullable String problem) {}

    /**
     * What became of the records of a name and family.
     *
     * @param name the full name
     * @param family {@code ipv4} or {@code ipv6}
     * @param result such as {@code would-change} or {@code no-address}
     * @param before what they said before, as far as known
     * @param now what they say now, or would
     * @param created how many records were made
     * @param changed how many were given another value
     * @param deleted how many were removed
     * @param verified whether the authoritative name servers show it; {@code null} if they were not asked
     * @param error what went wrong, or {@code null}
     */
    record Records(
            String name,
            String family,
            String result,
            List<String> before,
            List<String> now,
            int created,
            int changed,
            int deleted,
            @Nullable Boolean verified,
            @Nullable Failure error) {
        private static Records of(PassReport.RecordResult result, DriftPolicy drift) {
            var outcome = result.outcome();
            return new Records(
                    result.name().toString(),
                    result.family().word(),
                    result.action().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    texts(result.before()),
                    texts(result.now()),
                    outcome == null ? 0 : outcome.created(),
                    outcome == null ? 0 : outcome.changed(),
                    outcome == null ? 0 : outcome.deleted(),
                    result.verified(),
                    error(result, drift));
        }

        private static @Nullable Failure error(PassReport.RecordResult result, DriftPolicy drift) {
            if (result.failure() != null) {
                return Failure.of(result.failure());
            }
            if (result.action() != Action.LEFT || drift != DriftPolicy.REPORT) {
                return null;
            }
            String there = String.join(", ", texts(result.now()));
            String message = there.isEmpty() ? "somebody else removed it" : "somebody else made it " + there;
            return new Failure("drift", message, ExitStatus.FAILED, null, null, null, null);
        }

        boolean is(Action action) {
            return result.equals(action.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }

        int exitStatus() {
            if (error != null) {
                return error.exitStatus();
            }
            return is(Action.NO_ADDRESS) ? ExitStatus.TRY_LATER : ExitStatus.DONE;
        }
    }

    static PassView of(PassReport report, DriftPolicy drift, CallCounter calls) {
        return new PassView(
                report.addresses().stream()
                        .map(address -> new Address(
                                address.family().word(),
                                address.sources(),
                                texts(address.addresses()),
                                address.problem()))
                        .toList(),
                report.records().stream()
                        .map(result -> Records.of(result, drift))
                        .toList(),
                report.memoryProblem(),
                calls.counts());
    }

    /** What stays wrong counts more than what passes. */
    int exitStatus() {
        List<Integer> statuses = records.stream().map(Records::exitStatus).toList();
        if (statuses.contains(ExitStatus.FAILED)) {
            return ExitStatus.FAILED;
        }
        return statuses.stream()
                .filter(status -> status != ExitStatus.DONE)
                .findFirst()
                .orElse(ExitStatus.DONE);
    }

    private static List<String> texts(List<InetAddress> addresses) {
        return addresses.stream().map(Family::text).toList();
    }
}
