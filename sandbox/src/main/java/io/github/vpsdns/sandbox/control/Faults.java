// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.control;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The script of faults.
 *
 * <p>A call is shown to the faults in the order they were added. Delays add up; the first fault that settles what becomes of
 * the call is the last one that counts. Thread-safe.
 */
public final class Faults {
    private record Window(Instant began, int calls) {}

    private final Clock clock;
    private final List<ScriptedFault> script = new ArrayList<>();
    private final Map<Long, Window> windows = new HashMap<>();
    private long lastId;

    /**
     * An empty script.
     *
     * @param clock by which rate limits are measured
     */
    public Faults(Clock clock) {
        this.clock = clock;
    }

    /**
     * Appends a fault.
     *
     * @param fault from now on in force
     * @return the id to remove it by
     */
    public synchronized long add(Fault fault) {
        lastId++;
        script.add(new ScriptedFault(lastId, fault, 0, 0));
        return lastId;
    }

    /**
     * Takes a fault out of the script.
     *
     * @param id as {@link #add} returned it
     * @return false if there is none such
     */
    public synchronized boolean remove(long id) {
        windows.remove(id);
        return script.removeIf(s -> s.id() == id);
    }

    /** Takes all faults out of the script. */
    public synchronized void clear() {
        windows.clear();
        script.clear();
    }

    /**
     * The script, spent faults included.
     *
     * @return in the order of adding
     */
    public synchronized List<ScriptedFault> script() {
        return List.copyOf(script);
    }

    /**
     * The faults that meet one call, which counts as met by it.
     *
     * @param method the HTTP method
     * @param path the path below the API's root
     * @return in order, at most one that ends the call, and that last; rate limits come as the 429 they now demand
     */
    public synchronized List<Fault> take(String method, String path) {
        List<Fault> taken = new ArrayList<>();
        for (int i = 0; i < script.size(); i++) {
            ScriptedFault scripted = script.get(i);
            Fault fault = scripted.fault();
            if (scripted.spent() || !fault.meets(method, path)) {
                continue;
            }
            boolean strikes = scripted.matched() >= fault.skip();
            if (strikes && fault.action() instanceof FaultAction.RateLimit limit) {
                Duration wait = waitUnder(scripted.id(), limit);
                strikes = !wait.isZero();
                fault = strikes ? throttled(fault, wait) : fault;
            }
            script.set(i, strikes ? scripted.hit() : scripted.passed());
            if (strikes) {
                taken.add(fault);
                if (fault.endsCall()) {
                    break;
                }
            }
        }
        return taken;
    }

    /** How long the caller has to wait; zero when this call is still within the limit. */
    private Duration waitUnder(long id, FaultAction.RateLimit limit) {
        Instant now = clock.instant();
        Window window = windows.getOrDefault(id, new Window(now, 0));
        if (!now.isBefore(window.began().plus(limit.window()))) {
            window = new Window(now, 0);
        }
        if (window.calls() < limit.calls()) {
            windows.put(id, new Window(window.began(), window.calls() + 1));
            return Duration.ZERO;
        }
        windows.put(id, window);
        return Duration.between(now, window.began().plus(limit.window()));
    }

    /** Django REST framework rounds the wait up to whole seconds, in the header as in the text. */
    private static Fault throttled(Fault limit, Duration wait) {
        long seconds = wait.plusMillis(999).toSeconds();
        String body = "{\"detail\":\"Request was throttled. Expected available in " + seconds + " second"
                + (seconds == 1 ? "" : "s") + ".\"}";
        Map<String, String> headers = Map.of("Retry-After", Long.toString(seconds), "Content-Type", "application/json");
        return new Fault(
                limit.method(),
                limit.path(),
                0,
                1,
                Fault.Moment.BEFORE_COMMIT,
                new FaultAction.Status(429, headers, body));
    }
}
