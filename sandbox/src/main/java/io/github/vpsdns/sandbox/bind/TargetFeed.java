// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.bind;

import io.github.vpsdns.sandbox.dns.ZoneText;
import io.github.vpsdns.sandbox.state.SandboxZone;
import io.github.vpsdns.sandbox.state.ZoneListener;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Feeds one target. Changes wait in line under this object's lock; one thread of its own takes those that are due, writes of
 * each zone only the newest state, and reloads. What could not be reloaded is tried again a second later.
 */
final class TargetFeed implements ZoneListener {
    private static final Logger log = LoggerFactory.getLogger(TargetFeed.class);
    private static final long RETRY_MILLIS = 1000;

    private record Pending(long publishedNanos, String domain, Optional<SandboxZone> zone) {}

    private final BindTarget target;
    private final ZoneDirectory directory;
    private final int nameServers;
    private final ScheduledExecutorService worker;
    private final Deque<Pending> line = new ArrayDeque<>();
    private Duration delay;
    private volatile Optional<String> failure = Optional.empty();

    // Confined to the worker.
    private final Map<String, Optional<SandboxZone>> toWrite = new LinkedHashMap<>();
    private final Set<String> configured = new TreeSet<>();
    private final Set<String> toReload = new LinkedHashSet<>();
    private boolean toReconfigure = true;

    TargetFeed(BindTarget target, int nameServers) {
        this.target = target;
        this.directory = new ZoneDirectory(target.directory());
        this.nameServers = nameServers;
        this.delay = target.delay();
        this.worker = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "sandbox-bind");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public void changed(SandboxZone zone) {
        publish(zone.domain(), Optional.of(zone));
    }

    @Override
    public void removed(String domain) {
        publish(domain, Optional.empty());
    }

    private synchronized void publish(String domain, Optional<SandboxZone> zone) {
        line.addLast(new Pending(System.nanoTime(), domain, zone));
        schedule(delay.toMillis());
    }

    synchronized void delay(Duration next) {
        delay = next;
        schedule(0);
    }

    /** Deploys what is there already, without delay, and waits for it. */
    void deployFirst() throws IOException, InterruptedException {
        try {
            worker.submit(() -> deploy(takeAll())).get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
        if (failure.isPresent()) {
            throw new IOException(failure.get());
        }
    }

    Optional<String> failure() {
        return failure;
    }

    void close() {
        worker.shutdownNow();
    }

    private void schedule(long millis) {
        try {
            // deploy() deals with what goes wrong, so nobody has to look into the future.
            Future<?> unused = worker.schedule(() -> deploy(takeDue()), millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            log.debug("Closed: a change is not deployed any more.");
        }
    }

    private synchronized Map<String, Optional<SandboxZone>> takeAll() {
        Map<String, Optional<SandboxZone>> newest = new LinkedHashMap<>();
        line.forEach(p -> newest.put(p.domain(), p.zone()));
        line.clear();
        return newest;
    }

    private synchronized Map<String, Optional<SandboxZone>> takeDue() {
        Map<String, Optional<SandboxZone>> newest = new LinkedHashMap<>();
        long now = System.nanoTime();
        while (!line.isEmpty() && now - line.getFirst().publishedNanos() >= delay.toNanos()) {
            Pending due = line.removeFirst();
            newest.put(due.domain(), due.zone());
        }
        if (!line.isEmpty()) {
            long wait = delay.toNanos() - (now - line.getFirst().publishedNanos());
            schedule(TimeUnit.NANOSECONDS.toMillis(wait) + 1);
        }
        return newest;
    }

    private void deploy(Map<String, Optional<SandboxZone>> changes) {
        try {
            toWrite.putAll(changes);
            write();
            reload();
            failure = Optional.empty();
        } catch (IOException | RuntimeException e) {
            failure = Optional.of(String.valueOf(e.getMessage()));
            log.warn(
                    "BIND could not be brought up to date, trying again: directory={} reason={}",
                    target.directory(),
                    e.getMessage());
            schedule(RETRY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() throws IOException {
        for (String domain : Set.copyOf(toWrite.keySet())) {
            Optional<SandboxZone> zone = toWrite.getOrDefault(domain, Optional.empty());
            if (zone.isPresent()) {
                directory.writeZone(domain, ZoneText.of(zone.get(), nameServers));
                toReconfigure |= configured.add(domain);
                toReload.add(domain);
            } else {
                directory.removeZone(domain);
                toReconfigure |= configured.remove(domain);
                toReload.remove(domain);
            }
            toWrite.remove(domain);
        }
    }

    private void reload() throws IOException, InterruptedException {
        if (toReconfigure) {
            directory.writeConfig(configured);
            Command.run(target.rndc(), "reconfig");
            toReconfigure = false;
        }
        for (String domain : Set.copyOf(toReload)) {
            Command.run(target.rndc(), "reload", domain);
            toReload.remove(domain);
        }
    }
}
