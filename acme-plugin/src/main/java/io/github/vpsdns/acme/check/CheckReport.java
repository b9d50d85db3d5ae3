// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.check;

import java.util.List;

/**
 * All that a preflight found.
 *
 * @param findings in the order in which they were found
 * @param roundTrips what was measured, one for each name whose round trip was begun
 */
public record CheckReport(List<Finding> findings, List<RoundTripReport> roundTrips) {
    /** Copies the lists. */
    public CheckReport {
        findings = List.copyOf(findings);
        roundTrips = List.copyOf(roundTrips);
    }

    /**
     * Counts findings.
     *
     * @param severity of which severity
     * @return how many
     */
    public long count(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    /**
     * Tells whether there are problems, and all of them may pass by themselves.
     *
     * @return whether it makes sense to try again without doing anything
     */
    public boolean onlyPassingProblems() {
        return count(Severity.PROBLEM) > 0
                && findings.stream().filter(Finding::isProblem).allMatch(Finding::passing);
    }
}
