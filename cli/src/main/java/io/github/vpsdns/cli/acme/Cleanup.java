// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.acme;

import io.github.vpsdns.acme.dns01.CleanupReport;
import io.github.vpsdns.acme.dns01.Dns01Solver;
import io.github.vpsdns.acme.journal.Journal;
import io.github.vpsdns.acme.store.StateDirectory;
import io.github.vpsdns.acme.store.StateLock;
import io.github.vpsdns.acme.sweep.ChallengeSweep;
import io.github.vpsdns.acme.sweep.FoundValue;
import io.github.vpsdns.acme.sweep.SweepFindings;
import io.github.vpsdns.acme.sweep.SweepReport;
import io.github.vpsdns.acme.sweep.SweepScope;
import io.github.vpsdns.cli.api.ApiConnection;
import io.github.vpsdns.cli.api.DnsOptions;
import io.github.vpsdns.cli.api.NameServers;
import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.time.Timekeeper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What {@code vpsdns acme cleanup} does; apart from the command, whose class is loaded for any line. */
final class Cleanup {
    private static final Duration LOCK_LIMIT = Duration.ofMinutes(1);

    private final Frame frame;
    private final AcmeCleanup line;
    private final SweepScope scope;
    private final ApiConnection connection;

    private Cleanup(Frame frame, AcmeCleanup line, SweepScope scope, ApiConnection connection) {
        this.frame = frame;
        this.line = line;
        this.scope = scope;
        this.connection = connection;
    }

    static int run(Frame frame, AcmeCleanup line) {
        SweepScope scope = new SweepScope(
                line.zones.stream().map(DomainName::of).toList(),
                line.olderThan,
                line.includeUndated,
                new LinkedHashSet<>(line.aliases.stream().map(DomainName::of).toList()),
                line.follow);
        Path directory = line.state.directory(frame.host());
        try (ApiConnection connection = ApiConnection.open(frame, line.api)) {
            return new Cleanup(frame, line, scope, connection).run(new StateDirectory(directory));
        }
    }

    /** Under the lock, so that no issuance with this state directory is disturbed; where there is none, none is made. */
    private int run(StateDirectory state) {
        Timekeeper time = frame.host().time();
        if (!Files.isDirectory(state.path())) {
            try (Journal none = Journal.none()) {
                return sweep(none);
            }
        }
        state.prepare();
        try (Journal journal = state.journal(time);
                StateLock held = state.lock(LOCK_LIMIT, time)) {
            Objects.requireNonNull(held);
            return sweep(journal);
        }
    }

    private int sweep(Journal journal) {
        Timekeeper time = frame.host().time();
        ChallengeSweep sweep = new ChallengeSweep(connection.client(), connection.editor(), time);
        List<Journal.Entry> own = journal.leftovers();
        SweepFindings found = sweep.find(scope);
        CleanupResult result = new CleanupResult(frame, scope.olderThan(), own, found);
        result.show();
        if (line.dryRun) {
            return result.planned();
        }
        CleanupReport ownReport =
                own.isEmpty() ? CleanupReport.EMPTY : solver(journal).sweepLeftovers();
        List<FoundValue> stale = result.strangers(found.stale());
        SweepReport report = stale.isEmpty() ? new SweepReport(List.of(), Map.of()) : sweep.remove(stale);
        return result.done(ownReport, report);
    }

    private Dns01Solver solver(Journal journal) {
        return Dns01Solver.builder(connection.editor(), NameServers.of(frame, new DnsOptions()))
                .journal(journal)
                .timekeeper(frame.host().time())
                .build();
    }
}
