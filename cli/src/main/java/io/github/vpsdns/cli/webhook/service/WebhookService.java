// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.webhook.service;

import io.github.vpsdns.cli.api.CallCounter;
import io.github.vpsdns.cli.base.Failure;
import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.cli.service.Lookout;
import io.github.vpsdns.cli.service.Repeats;
import io.github.vpsdns.cli.signal.SignalHandler;
import io.github.vpsdns.cli.systemd.ServiceManager;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.webhook.exchange.Reply;
import io.github.vpsdns.webhook.report.WebhookEvent;
import io.github.vpsdns.webhook.report.WebhookListener;
import io.github.vpsdns.webhook.report.WebhookStatus;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

/**
 * Runs a server until it is told to stop: SIGHUP reads the configuration anew. The thread that runs it owns all that can change; the
 * signal leaves it an order, from its creation until it is closed. Used once.
 */
public final class WebhookService implements AutoCloseable {
    private final Frame frame;
    private final CallCounter calls;
    private final Timekeeper time;
    private final ServerLog log;
    private final ServerHealth health;
    private final Turns turns;
    private final HeapTrim heap = HeapTrim.ofProcess();
    /** Orders to read the configuration anew; those that came since the last one are one. */
    private final Semaphore reloads = new Semaphore(0);

    private final Optional<SignalHandler> signal;
    private volatile List<Problem> wrong = List.of();

    /**
     * Prepares the service. SIGHUP does not end the process from now on, but is obeyed as soon as it runs.
     *
     * @param frame holds the terminal and the clock
     * @param calls counts what the server calls, for the metrics
     */
    public WebhookService(Frame frame, CallCounter calls) {
        this.frame = frame;
        this.calls = calls;
        this.time = frame.host().time();
        this.log = new ServerLog(frame);
        this.health = new ServerHealth(time);
        this.turns = new Turns(time);
        this.signal = SignalHandler.on("HUP", reloads::release);
    }

    /**
     * Runs until the thread is interrupted, whose flag is set again then.
     *
     * @param starter makes the server
     * @param settings what to do around it
     * @param reloader reads the configuration anew
     * @throws RuntimeException if the server cannot be started, or the audit log not be written
     */
    public void run(WebhookStarter starter, ServiceSettings settings, Reloader reloader) {
        boolean interrupted = false;
        try (ServiceManager systemd = ServiceManager.of(frame.host(), problem -> log.say("systemd-lost", problem));
                Outlets outlets = new Outlets(settings, calls, time, log)) {
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

    private void serve(WebhookStarter starter, Outlets outlets, Reloader reloader, ServiceManager systemd)
            throws InterruptedException {
        Telling telling = new Telling(
                log, new Repeats(time), outlets::tell, frame.globals().verbose());
        List<WebhookListener> listeners = new CopyOnWriteArrayList<>(List.of(telling, outlets));
        WebhookListener all = event -> listeners.forEach(each -> each.onEvent(event));
        try (ServedWebhook server =
                        starter.create(all, Map.of("/metrics", outlets::metrics, "/healthz", this::health));
                Lookout lookout = new Lookout(() -> look(server, outlets, systemd))) {
            outlets.open(server::status);
            server.start();
            listeners.add(event -> lookAfter(event, lookout));
            lookout.start();
            sayWhere(server);
            systemd.ready();
            systemd.keepAlive(() -> isAlive(server));
            try {
                obey(outlets, reloader, systemd);
            } finally {
                systemd.stopping();
            }
        }
    }

    /** Of an answer nothing else follows: what it changed is told by itself. */
    private static void lookAfter(WebhookEvent event, Lookout lookout) {
        if (!(event instanceof WebhookEvent.Answered)) {
            lookout.soon();
        }
    }

    private void obey(Outlets outlets, Reloader reloader, ServiceManager systemd) throws InterruptedException {
        while (true) {
            reloads.acquire();
            reloads.drainPermits();
            systemd.reloading();
            reload(outlets, reloader);
            systemd.ready();
        }
    }

    private void reload(Outlets outlets, Reloader reloader) {
        try {
            outlets.apply(reloader.reload());
            outlets.configuration(true);
            log.say("reloaded", "the configuration is read anew and in force");
        } catch (RuntimeException e) {
            outlets.configuration(false);
            Failure.sentence(e).lines().forEach(line -> log.say("reload-refused", line));
            log.say("reload-refused", "the configuration is not used as it is now; the one before stays in force");
        }
    }

    private void look(ServedWebhook server, Outlets outlets, ServiceManager systemd) {
        heap.look();
        WebhookStatus status = server.status();
        List<Problem> problems = health.problems(status);
        for (Told turn : turns.look(problems)) {
            log.say(turn, 0);
            outlets.tell(new ServerNotice(turn));
        }
        wrong = problems;
        outlets.look(problems.stream().map(Problem::text).toList());
        systemd.status(() -> StatusLine.of(status));
    }

    /** As it was seen a few seconds ago. */
    private Reply health() {
        List<Problem> problems = wrong;
        String text =
                problems.isEmpty() ? "ok" : problems.stream().map(Problem::text).collect(Collectors.joining("\n"));
        return Reply.text(problems.isEmpty() ? 200 : 503, text + "\n").with("Cache-Control", "no-store");
    }

    private void sayWhere(ServedWebhook server) {
        String addresses = server.addresses().stream().map(WebhookService::text).collect(Collectors.joining(", "));
        log.say("started", "taking requests at " + addresses);
        InetSocketAddress page = server.adminAddress();
        if (page != null) {
            log.say("page", "the page for people is at http://" + text(page) + "/");
        }
    }

    /** A server that hangs does not answer here either; then nothing is said, and systemd starts it anew. */
    private static boolean isAlive(ServedWebhook server) {
        return server.status().since() != null;
    }

    private static String text(InetSocketAddress address) {
        String host = address.getAddress().getHostAddress();
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + address.getPort();
    }

    /** Lets the signal mean again what it meant before. */
    @Override
    public void close() {
        signal.ifPresent(SignalHandler::close);
    }
}
