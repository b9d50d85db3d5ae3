// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.ddns.service;

import io.github.vpsdns.cli.api.CallCounter;
import io.github.vpsdns.cli.base.Failure;
import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.cli.service.Lookout;
import io.github.vpsdns.cli.service.Repeats;
import io.github.vpsdns.cli.signal.SignalHandler;
import io.github.vpsdns.cli.systemd.ServiceManager;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.ddns.report.AgentListener;
import io.github.vpsdns.ddns.report.AgentStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Runs an agent until it is told to stop: SIGHUP reads the configuration anew, SIGUSR1 looks at everything now. The thread that runs
 * it owns all that can change; signals leave it an order, from its creation until it is closed. Used once.
 */
public final class DdnsService implements AutoCloseable {
    private enum Order {
        RELOAD,
        REFRESH
    }

    private final Frame frame;
    private final CallCounter calls;
    private final Timekeeper time;
    private final AgentLog log;
    private final Troubles troubles;
    private final AgentHealth health;
    /** An order that waits already is not given again. */
    private final BlockingQueue<Order> orders = new ArrayBlockingQueue<>(8);

    private final List<SignalHandler> signals = new ArrayList<>();

    /**
     * Prepares the service. Signals do not end the process from now on, but are obeyed as soon as it runs.
     *
     * @param frame holds the terminal and the clock
     * @param calls counts what the agent calls, for the metrics
     */
    public DdnsService(Frame frame, CallCounter calls) {
        this.frame = frame;
        this.calls = calls;
        this.time = frame.host().time();
        this.log = new AgentLog(frame);
        this.troubles = new Troubles(time);
        this.health = new AgentHealth(troubles, time);
        SignalHandler.on("HUP", () -> order(Order.RELOAD)).ifPresent(signals::add);
        SignalHandler.on("USR1", () -> order(Order.REFRESH)).ifPresent(signals::add);
    }

    /**
     * Runs until the thread is interrupted, whose flag is set again then.
     *
     * @param starter makes the agent
     * @param settings what to do around it
     * @param reloader reads the configuration anew
     * @throws java.io.UncheckedIOException if it cannot listen where it is told to; the agent was not started then
     */
    public void run(AgentStarter starter, ServiceSettings settings, Reloader reloader) {
        boolean interrupted = false;
        try (ServiceManager systemd = ServiceManager.of(frame.host(), problem -> log.say("systemd-lost", problem));
                Outlets outlets = new Outlets(settings, calls, time, log, health)) {
            try {
                serve(starter, outlets, reloader, systemd);
            } catch (InterruptedException e) {
                // It was to end the service; what is left to be said still goes out.
                interrupted = true;
            }
        }
        log.say("stopped", "stopped");
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(AgentStarter starter, Outlets outlets, Reloader reloader, ServiceManager systemd)
            throws InterruptedException {
        Telling telling = new Telling(
                log, new Repeats(time), outlets::tell, frame.globals().verbose());
        List<AgentListener> listeners = new ArrayList<>(List.of(telling, outlets));
        try (ServedAgent agent = starter.create(event -> listeners.forEach(each -> each.onEvent(event)));
                Lookout lookout = new Lookout(() -> look(agent, outlets, systemd))) {
            listeners.add(event -> lookout.soon());
            outlets.open(agent::status);
            log.say("started", "keeping records equal to the addresses of this host");
            agent.start();
            lookout.start();
            systemd.ready();
            systemd.keepAlive(() -> health.isAlive(agent.status()));
            try {
                obey(agent, outlets, reloader, systemd);
            } finally {
                systemd.stopping();
                look(agent, outlets, systemd);
            }
        }
    }

    private void obey(ServedAgent agent, Outlets outlets, Reloader reloader, ServiceManager systemd)
            throws InterruptedException {
        while (true) {
            Order order = orders.take();
            if (order == Order.REFRESH) {
                log.say("refreshing", "looking at everything now, as SIGUSR1 asks");
                agent.refresh();
            } else {
                systemd.reloading();
                reload(agent, outlets, reloader);
                systemd.ready();
            }
        }
    }

    private void reload(ServedAgent agent, Outlets outlets, Reloader reloader) {
        try {
            outlets.apply(reloader.reload(), agent::status);
            outlets.configuration(true);
            log.say("reloaded", "the configuration is read anew and in force");
        } catch (RuntimeException e) {
            outlets.configuration(false);
            Failure.sentence(e).lines().forEach(line -> log.say("reload-refused", line));
            log.say("reload-refused", "the configuration is not used as it is now; the one before stays in force");
        }
    }

    private void look(ServedAgent agent, Outlets outlets, ServiceManager systemd) {
        AgentStatus status = agent.status();
        for (Told turn : troubles.look(status)) {
            boolean failed = turn.event().equals("failed");
            if (!failed) {
                log.say(turn, 0);
            }
            if (turn.name() != null) {
                outlets.tell(new AgentNotice(turn));
            }
        }
        outlets.look(status);
        systemd.status(() -> StatusLine.of(agent.status()));
    }

    /** Lets signals mean again what they meant before. */
    @Override
    public void close() {
        signals.forEach(SignalHandler::close);
    }

    private synchronized void order(Order order) {
        if (!Set.copyOf(orders).contains(order)) {
            orders.add(order);
        }
    }
}
