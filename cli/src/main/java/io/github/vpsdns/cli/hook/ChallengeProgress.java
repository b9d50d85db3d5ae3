// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.hook;

import io.github.vpsdns.acme.dns01.CleanupReport;
import io.github.vpsdns.acme.dns01.SolverListener;
import io.github.vpsdns.cli.base.Seconds;
import io.github.vpsdns.cli.progress.Progress;
import io.github.vpsdns.core.dns.PropagationReport;
import io.github.vpsdns.core.dns.PropagationReport.ServerState;
import io.github.vpsdns.core.name.DomainName;
import java.util.stream.Collectors;

/** Values on their way, one item a name. Thread-safe. */
final class ChallengeProgress implements SolverListener, AutoCloseable {
    private final Progress progress;
    private volatile boolean created;

    ChallengeProgress(Progress progress) {
        this.progress = progress;
    }

    boolean created() {
        return created;
    }

    @Override
    public void presented(DomainName target, boolean made) {
        created |= made;
        progress.item(target.toString(), made ? "written" : "was there already");
    }

    @Override
    public void propagation(PropagationReport report) {
        progress.item(
                report.name().toString(),
                report.servers().stream().map(ChallengeProgress::words).collect(Collectors.joining(", ")));
    }

    @Override
    public void cleanedUp(CleanupReport report) {
        report.gone().forEach(name -> progress.item(name.toString(), "removed"));
        report.left()
                .forEach(left ->
                        progress.step("'" + left.value() + "' may be left at " + left.name() + ": " + left.reason()));
    }

    @Override
    public void close() {
        progress.close();
    }

    private static String words(ServerState state) {
        return state.server() + (state.has() ? " " + Seconds.text(state.after()) : " waiting");
    }
}
