// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.renewal;

import static java.util.Objects.requireNonNull;

import io.github.vpsdns.acme.renew.LineageStatus;
import io.github.vpsdns.acme.renew.RenewalJob;
import io.github.vpsdns.acme.renew.RenewalListener;
import io.github.vpsdns.acme.renew.RenewalLoop;
import io.github.vpsdns.acme.renew.Renewer;
import io.github.vpsdns.acme.store.LineageName;
import io.github.vpsdns.acme.store.StateDirectory;
import io.github.vpsdns.acme.store.StateLockedException;
import io.github.vpsdns.cli.acme.ApiSolvers;
import io.github.vpsdns.cli.acme.GivenSettings;
import io.github.vpsdns.cli.api.ApiOptions;
import io.github.vpsdns.cli.api.CallCounter;
import io.github.vpsdns.cli.api.DnsOptions;
import io.github.vpsdns.cli.base.Failure;
import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.cli.base.HostPort;
import io.github.vpsdns.cli.monitor.Monitor;
import io.github.vpsdns.cli.notify.Notifier;
import io.github.vpsdns.cli.notify.NotifyOptions;
import io.github.vpsdns.core.time.Timekeeper;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** What {@code vpsdns acme run} does; apart from the command, whose class is loaded for any line. */
final class Service {
    /** A little more than an interrupted renewal takes to remove its values, and less than the process has to end. */
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(50);

    private static final Duration NOTICE_LIMIT = Duration.ofSeconds(5);

    private final Timekeeper time;
    private final StateDirectory state;
    private final StoredLineages lineages;
    private final CallCounter calls = new CallCounter();
    private final ApiSolvers solvers;
    private final ServiceLog log;
    private final Overrides overrides;

    Service(Frame frame, Path directory, GivenSettings given, ApiOptions api, DnsOptions dns) {
        this.time = frame.host().time();
        this.state = new StateDirectory(directory);
        this.lineages = new StoredLineages(state, given);
        this.solvers = new ApiSolvers(frame, state, api, dns, calls);
        this.log = new ServiceLog(frame);
        this.overrides = new Overrides(lineages, state, time, Duration.ZERO);
    }

    /** Runs until the thread is interrupted, whose flag is set again then. */
    void run(@Nullable String listen, NotifyOptions notify) {
        InetSocketAddress address = listen == null ? null : HostPort.listen(listen, "--listen");
        solvers.requireUsable();
        state.prepare();
        List<LineageName> kept = lineages.chosen(List.of());
        try (Notifier notifier = Notifier.of(notify, time, problem -> log.say("notice-lost", problem))) {
            RenewalNotices notices = new RenewalNotices(notifier, state);
            if (address == null) {
                keep(kept, RenewalListeners.of(overrides, log, notices), loop -> () -> {});
            } else {
                PrometheusRegistry registry = new PrometheusRegistry();
                RenewalMetrics metrics = new RenewalMetrics(registry, calls);
                keep(kept, RenewalListeners.of(overrides, log, notices, metrics), loop -> {
                    metrics.watch(loop::status, () -> loop.lastRound().orElse(null));
                    return monitor(address, registry, loop);
                });
            }
            // The interrupt was to end the service; what a person is to be told still goes out.
            boolean interrupted = Thread.interrupted();
            notifier.close(NOTICE_LIMIT);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    private interface Watcher {
        Watch watch(RenewalLoop loop);
    }

    private void keep(List<LineageName> kept, RenewalListener listener, Watcher watcher) {
        Renewer renewer = Renewer.builder(state.storage(), solvers)
                .timekeeper(time)
                .listener(listener)
                .build();
        boolean interrupted = false;
        try (RenewalLoop loop = new RenewalLoop(renewer, () -> jobs(renewer), time, CLOSE_LIMIT);
                Watch watch = watcher.watch(loop)) {
            requireNonNull(watch);
            announce(renewer, kept);
            loop.start();
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            interrupted = true;
        }
        log.say("stopped", "stopped");
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Watch monitor(InetSocketAddress address, PrometheusRegistry registry, RenewalLoop loop) {
        Monitor monitor = Monitor.start(address, registry, new ServiceHealth(loop, time, time.now()));
        log.say("listening", "serving http://" + monitor.address() + "/healthz and /metrics");
        return monitor::close;
    }

    private void announce(Renewer renewer, List<LineageName> kept) {
        log.say(
                "started",
                "keeping " + (kept.size() == 1 ? "one certificate" : kept.size() + " certificates") + " in '"
                        + state.path() + "'"
                        + (kept.isEmpty() ? "; those that 'vpsdns acme issue' gets from now on are kept as well" : ""));
        for (LineageName name : kept) {
            LineageStatus status = renewer.status(lineages.job(name));
            String until = status.certificate() == null
                    ? "no certificate yet"
                    : "valid until " + status.certificate().getNotAfter().toInstant();
            log.say(
                    "keeping",
                    name,
                    until + "; next " + PlanWords.when(status.plan(), time.now()) + ", " + PlanWords.why(status.plan()),
                    status.plan().at());
        }
    }

    /** Called at each round of the loop, on its thread. */
    private List<RenewalJob> jobs(Renewer renewer) {
        List<LineageName> names = all();
        for (LineageName name : names) {
            try {
                overrides.before(name, () -> renewer.plan(lineages.job(name)));
            } catch (StateLockedException e) {
                // Somebody is at work; the next round is soon enough.
            } catch (RuntimeException e) {
                log.say("settings-unsaved", name + ": what was given could not be kept: " + Failure.sentence(e));
            }
        }
        return names.stream().map(lineages::job).toList();
    }

    private List<LineageName> all() {
        try {
            return lineages.all();
        } catch (RuntimeException e) {
            log.say("unreadable", Failure.sentence(e) + "; looking again in a minute");
            throw e;
        }
    }
}
