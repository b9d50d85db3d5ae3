// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.check;

import io.github.vpsdns.acme.check.CheckReport;
import io.github.vpsdns.acme.check.Finding;
import io.github.vpsdns.acme.check.RoundTripReport;
import io.github.vpsdns.acme.check.Severity;
import io.github.vpsdns.acme.check.Subject;
import io.github.vpsdns.cli.api.CallCounter;
import io.github.vpsdns.core.dns.PropagationReport.ServerState;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A check as a JSON document.
 *
 * @param status the worst severity found: {@code ok}, {@code warning} or {@code problem}
 * @param passing whether all problems there are may pass by themselves
 * @param findings what was found, in order
 * @param roundTrips what was measured
 * @param apiCalls what it took at the DNS API
 */
record CheckView(
        String status, boolean passing, List<FindingView> findings, List<TripView> roundTrips, Calls apiCalls) {
    /**
     * A finding.
     *
     * @param subject {@code account}, {@code zone} or {@code name}
     * @param name which zone or name, or {@code null} for the account
     * @param kind a word that stays the same, see the documentation
     * @param severity {@code ok}, {@code warning} or {@code problem}
     * @param passing whether a problem may pass by itself
     * @param message one sentence
     * @param advice what to do, or {@code null}
     */
    record FindingView(
            String subject,
            @Nullable String name,
            String kind,
            String severity,
            boolean passing,
            String message,
            @Nullable String advice) {}

    /**
     * A round trip.
     *
     * @param name the name it was made for
     * @param target where the value stood
     * @param servers what each server showed
     * @param apiSeconds the slowest exchange of each operation of the client
     */
    record TripView(String name, String target, List<ServerView> servers, Map<String, Double> apiSeconds) {}

    /**
     * A server's part in it.
     *
     * @param server name and address
     * @param seen whether it showed the value
     * @param seconds after how long, or how long was waited
     */
    record ServerView(String server, boolean seen, double seconds) {}

    /**
     * Calls of the DNS API.
     *
     * @param total all of them
     * @param byOperation how many of each
     */
    record Calls(long total, Map<String, Long> byOperation) {}

    static CheckView of(CheckReport report, CallCounter calls) {
        Severity worst = report.count(Severity.PROBLEM) > 0
                ? Severity.PROBLEM
                : report.count(Severity.WARNING) > 0 ? Severity.WARNING : Severity.OK;
        return new CheckView(
                word(worst),
                report.onlyPassingProblems(),
                report.findings().stream().map(CheckView::view).toList(),
                report.roundTrips().stream().map(CheckView::view).toList(),
                new Calls(calls.total(), calls.counts()));
    }

    private static FindingView view(Finding finding) {
        String subject = "account";
        String name = null;
        if (finding.subject() instanceof Subject.OfZone zone) {
            subject = "zone";
            name = zone.domain().toString();
        } else if (finding.subject() instanceof Subject.Name one) {
            subject = "name";
            name = one.name().toString();
        }
        return new FindingView(
                subject,
                name,
                finding.kind().word(),
                word(finding.severity()),
                finding.passing(),
                finding.message(),
                finding.advice());
    }

    private static TripView view(RoundTripReport trip) {
        Map<String, Double> api = new TreeMap<>();
        trip.calls().forEach((operation, time) -> api.put(operation, seconds(time)));
        return new TripView(
                trip.name().toString(),
                trip.target().toString(),
                trip.servers().stream().map(CheckView::view).toList(),
                api);
    }

    private static ServerView view(ServerState state) {
        return new ServerView(state.server().toString(), state.has(), seconds(state.after()));
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }

    private static String word(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
