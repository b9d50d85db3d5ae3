// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.renewal;

import io.github.vpsdns.acme.renew.RenewalJob;
import io.github.vpsdns.acme.renew.RenewalListener;
import io.github.vpsdns.acme.renew.RenewalOutcome;
import io.github.vpsdns.acme.renew.Renewer;
import io.github.vpsdns.acme.renew.Urgency;
import io.github.vpsdns.acme.schedule.Plan;
import io.github.vpsdns.acme.store.LineageName;
import io.github.vpsdns.acme.store.StateDirectory;
import io.github.vpsdns.cli.acme.ApiSolvers;
import io.github.vpsdns.cli.acme.GivenSettings;
import io.github.vpsdns.cli.acme.IssueProgress;
import io.github.vpsdns.cli.api.ApiOptions;
import io.github.vpsdns.cli.api.CallCounter;
import io.github.vpsdns.cli.api.DnsOptions;
import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.cli.base.UsageException;
import io.github.vpsdns.cli.notify.Notifier;
import io.github.vpsdns.cli.notify.NotifyOptions;
import io.github.vpsdns.cli.progress.Progress;
import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.time.Timekeeper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** What {@code vpsdns acme renew} does; apart from the command, whose class is loaded for any line. */
final class Renewals {
    /** For a command and three tries of a webhook, whose own limits come first. */
    private static final Duration NOTICE_LIMIT = Duration.ofMinutes(4);

    private static final Duration LOCK_LIMIT = Duration.ofMinutes(1);

    private final Frame frame;
    private final Timekeeper time;
    private final StateDirectory state;
    private final StoredLineages lineages;
    private final ApiSolvers solvers;

    Renewals(Frame frame, Path directory, GivenSettings given, ApiOptions api, DnsOptions dns) {
        this.frame = frame;
        this.time = frame.host().time();
        this.state = new StateDirectory(directory);
        this.lineages = new StoredLineages(state, given);
        this.solvers = new ApiSolvers(frame, state, api, dns, new CallCounter());
    }

    /** Renews what is due, or all if it is forced, and returns the exit status. */
    int renew(List<String> named, boolean force, NotifyOptions notify) {
        List<LineageName> chosen = chosen(named);
        requireUsableIfDue(chosen, force);
        Overrides overrides = new Overrides(lineages, state, time, LOCK_LIMIT);
        Notifier notifier = Notifier.of(notify, time, frame::note);
        try {
            return report(chosen, name -> attempt(name, force, overrides, notifier));
        } finally {
            notifier.close(NOTICE_LIMIT);
        }
    }

    /** Tells what would be done, and returns the exit status. */
    int tell(List<String> named, boolean force) {
        return report(chosen(named), name -> preview(name, force));
    }

    private List<LineageName> chosen(List<String> named) {
        StateAccess.requireReadable(state.path());
        List<LineageName> chosen = lineages.chosen(named);
        if (chosen.isEmpty() && !frame.globals().json()) {
            frame.note("nothing to renew in '" + state.path() + "'; get a certificate with 'vpsdns acme issue', or give"
                    + " --dir");
        }
        return chosen;
    }

    private int report(List<LineageName> chosen, Function<LineageName, Result> work) {
        RenewalReport report = new RenewalReport(frame);
        if (frame.globals().json()) {
            frame.documents(chosen.stream().map(work).map(report::document));
        } else {
            chosen.stream().map(work).forEach(report::print);
        }
        return report.exitStatus();
    }

    /** Wrong configuration is told before anything is done, and is nothing to be remembered as a failure. */
    private void requireUsableIfDue(List<LineageName> chosen, boolean force) {
        Renewer renewer = Renewer.builder(state.storage(), new NoSolver())
                .timekeeper(time)
                .build();
        boolean due = chosen.stream()
                .anyMatch(name -> force || renewer.plan(lineages.job(name)).isDue(time.now()));
        if (due) {
            solvers.requireUsable();
        }
    }

    private Result attempt(LineageName name, boolean force, Overrides overrides, Notifier notifier) {
        RenewalJob job = lineages.job(name);
        try (Progress progress = Progress.of(frame)) {
            RenewalListener listener =
                    RenewalListeners.of(overrides, new IssueProgress(progress), new RenewalNotices(notifier, state));
            Renewer renewer = Renewer.builder(state.storage(), solvers)
                    .timekeeper(time)
                    .listener(listener)
                    .build();
            overrides.before(name, () -> renewer.plan(job));
            RenewalOutcome outcome = renewer.renew(job, force ? Urgency.NOW : Urgency.IF_DUE);
            return Result.of(name, outcome, time.now());
        } catch (CancelledException e) {
            throw e;
        } catch (VpsDnsException | IllegalArgumentException | UsageException e) {
            return Result.failed(name, e, time.now());
        }
    }

    private Result preview(LineageName name, boolean force) {
        Planned planned = new Planned();
        RenewalOutcome outcome = Renewer.builder(new ForgetfulStorage(state.storage()), new NoSolver())
                .timekeeper(time)
                .listener(planned)
                .build()
                .renew(lineages.job(name), force ? Urgency.NOW : Urgency.IF_DUE);
        Plan plan = planned.plan();
        return plan == null ? Result.of(name, outcome, time.now()) : Result.planned(name, plan, time.now());
    }
}
