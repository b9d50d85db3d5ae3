// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.control;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What happened at the CA, oldest first; the last 10 000 events are kept, the counts of requests are of all.
 *
 * <p>Thread-safe. A request is in here before its answer is on the way.
 */
public final class AcmeLog {
    private static final int MOST = 10_000;

    private final Deque<AcmeEvent> events = new ArrayDeque<>();
    private final Map<Endpoint, Integer> counts = new EnumMap<>(Endpoint.class);

    /** Empty. */
    public AcmeLog() {}

    /** Adds an event. */
    public synchronized void add(AcmeEvent event) {
        events.addLast(event);
        if (events.size() > MOST) {
            events.removeFirst();
        }
        if (event instanceof AcmeEvent.Request request) {
            counts.merge(request.endpoint(), 1, Integer::sum);
        }
    }

    /** All events. */
    public synchronized List<AcmeEvent> events() {
        return List.copyOf(events);
    }

    /** The events of one kind. */
    public <T extends AcmeEvent> List<T> events(Class<T> kind) {
        return events().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The certificates that were signed. */
    public List<AcmeEvent.CertificateIssued> issued() {
        return events(AcmeEvent.CertificateIssued.class);
    }

    /** How many requests came in at an endpoint, refused ones and those cut off included. */
    public synchronized int count(Endpoint endpoint) {
        return counts.getOrDefault(endpoint, 0);
    }

    /** The counts of all endpoints that were asked at all. */
    public synchronized Map<Endpoint, Integer> counts() {
        return Map.copyOf(counts);
    }

    /** Forgets events and counts. */
    public synchronized void clear() {
        events.clear();
        counts.clear();
    }
}
