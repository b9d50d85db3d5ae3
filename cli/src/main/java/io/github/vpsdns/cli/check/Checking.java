// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.check;

import io.github.vpsdns.acme.caa.CaaCheck;
import io.github.vpsdns.acme.check.ApiTimes;
import io.github.vpsdns.acme.check.CheckReport;
import io.github.vpsdns.acme.check.Preflight;
import io.github.vpsdns.acme.check.PreflightBuilder;
import io.github.vpsdns.acme.check.Severity;
import io.github.vpsdns.acme.delegation.Delegation;
import io.github.vpsdns.acme.dns01.CleanupReport;
import io.github.vpsdns.acme.dns01.Dns01Solver;
import io.github.vpsdns.acme.journal.Journal;
import io.github.vpsdns.acme.store.StateDirectory;
import io.github.vpsdns.acme.store.StateLock;
import io.github.vpsdns.acme.store.StateLockedException;
import io.github.vpsdns.cli.api.ApiConnection;
import io.github.vpsdns.cli.api.NameServers;
import io.github.vpsdns.cli.base.ExitStatus;
import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.core.dns.AuthoritativeDns;
import io.github.vpsdns.core.dns.PropagationPolicy;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.time.Timekeeper;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** What {@code vpsdns check} does; apart from the command, whose class is loaded for any line. */
final class Checking {
    private static final Duration API_LIMIT = Duration.ofSeconds(30);
    private static final Duration CLEANUP_LIMIT = Duration.ofSeconds(45);

    /** Often enough for the measure to mean something, and a dead server holds nobody up for long. */
    private static final Duration INTERVAL = Duration.ofMillis(200);

    private static final Duration SILENCE = Duration.ofSeconds(10);

    /** The vendor's, by its pages. */
    private static final List<String> HOME = List.of("ns1.vps.org", "ns2.vps.org");

    private final Frame frame;
    private final CheckCommand line;
    private final Timekeeper time;
    private final StateDirectory state;
    private final List<DomainName> names;
    private final KnownCas cas;

    private Checking(Frame frame, CheckCommand line) {
        this.frame = frame;
        this.line = line;
        this.time = frame.host().time();
        this.names = line.names.stream().map(DomainName::of).toList();
        this.state = new StateDirectory(line.state.directory(frame.host()));
        this.cas = new KnownCas(state, time, line.server, line.serverCa);
    }

    static int run(Frame frame, CheckCommand line) {
        ApiTimes times = new ApiTimes();
        Checking checking = new Checking(frame, line);
        try (ApiConnection connection = ApiConnection.open(frame, line.api, API_LIMIT, List.of(times))) {
            return checking.run(connection, times);
        }
    }

    private int run(ApiConnection connection, ApiTimes times) {
        CheckReport report;
        try (Journal journal = state.journal(time);
                CheckPrinter printer = new CheckPrinter(frame)) {
            report = preflight(connection, times, journal).run(names, printer);
            if (frame.globals().json()) {
                frame.document(CheckView.of(report, connection.calls()));
            } else {
                printer.summary(report);
            }
        }
        if (report.count(Severity.PROBLEM) == 0) {
            return ExitStatus.DONE;
        }
        return report.onlyPassingProblems() ? ExitStatus.TRY_LATER : ExitStatus.FAILED;
    }

    private Preflight preflight(ApiConnection connection, ApiTimes times, Journal journal) {
        AuthoritativeDns dns = NameServers.of(frame, line.dns);
        Dns01Solver solver = Dns01Solver.builder(connection.editor(), dns)
                .journal(journal)
                .cleanupLimit(CLEANUP_LIMIT)
                .propagation(new PropagationPolicy(line.propagationTimeout, INTERVAL, SILENCE))
                .timekeeper(time)
                .build();
        boolean write = !line.noWrite && !names.isEmpty();
        PreflightBuilder builder = Preflight.builder(connection.client(), connection.editor(), dns)
                .tokenSource(connection.tokenSource())
                .timekeeper(time)
                .earlierRuns(() -> earlierRuns(journal, solver, write));
        if (!names.isEmpty()) {
            builder.also(new CaaLook(CaaCheck.of(dns), cas, names, name -> isBeyond(connection, name)));
        }
        if (line.alias != null) {
            builder.delegation(new Delegation.Alias(DomainName.of(line.alias)));
        }
        if (line.dns.areServersGiven()) {
            builder.serversGiven();
        }
        if (connection.isVendors()) {
            builder.homeServers(HOME.stream().map(DomainName::of).toList());
        }
        if (write) {
            state.prepare();
            builder.roundTrips(solver, times);
        }
        return builder.build();
    }

    /** Servers that are given know the account's zones, and not what is above. */
    private boolean isBeyond(ApiConnection connection, DomainName name) {
        return line.dns.areServersGiven()
                && connection.editor().zones().all().stream().noneMatch(zone -> name.isWithin(zone.domain()));
    }

    /** Whoever holds the lock does this at its own start. */
    private CleanupReport earlierRuns(Journal journal, Dns01Solver solver, boolean write) {
        if (!Files.isDirectory(state.path().resolve("journal"))) {
            return CleanupReport.EMPTY;
        }
        try (StateLock held = state.lock(Duration.ZERO, time)) {
            Objects.requireNonNull(held);
            return write ? solver.sweepLeftovers() : left(journal.leftovers());
        } catch (StateLockedException e) {
            return CleanupReport.EMPTY;
        }
    }

    private static CleanupReport left(List<Journal.Entry> entries) {
        return new CleanupReport(
                List.of(),
                entries.stream()
                        .map(entry -> new CleanupReport.Leftover(
                                entry.name(), entry.value(), "left as they are by a check that does not write"))
                        .toList());
    }
}
