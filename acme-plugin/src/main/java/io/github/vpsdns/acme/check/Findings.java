// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.check;

import java.util.ArrayList;
import java.util.List;

/** What has been found so far, passed on as it comes. Owned by the thread of the preflight. */
final class Findings {
    private final CheckListener listener;
    private final List<Finding> findings = new ArrayList<>();
    private final List<RoundTripReport> roundTrips = new ArrayList<>();

    Findings(CheckListener listener) {
        this.listener = listener;
    }

    void add(Finding finding) {
        findings.add(finding);
        listener.found(finding);
    }

    void addAll(List<Finding> more) {
        more.forEach(this::add);
    }

    void measured(RoundTripReport report) {
        roundTrips.add(report);
    }

    CheckListener listener() {
        return listener;
    }

    CheckReport report() {
        return new CheckReport(findings, roundTrips);
    }
}
