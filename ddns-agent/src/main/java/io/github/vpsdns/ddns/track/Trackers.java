// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.track;

import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.loop.Workers;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.ddns.detect.Detection;
import io.github.vpsdns.ddns.settings.AddressRule;
import io.github.vpsdns.ddns.settings.AgentSettings;
import io.github.vpsdns.ddns.settings.RecordRule;
import io.github.vpsdns.ddns.work.Parts;
import io.github.vpsdns.ddns.work.Teller;
import java.net.InetAddress;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** All that is known of the host's addresses: looks at this machine often, asks others when it is time. Owned by the loop's thread. */
public final class Trackers {
    /** Rules are few; a configuration with a rule for each of many names must not ask for all at once. */
    private static final int AT_ONCE = 4;

    private final Readings readings;
    private final Workers workers;
    private final Timekeeper time;
    private final Teller teller;
    private final RandomGenerator random;
    private final Consumer<Tracker> changed;
    private final Map<TrackerKey, Tracker> trackers = new LinkedHashMap<>();
    private AgentSettings settings;
    private @Nullable Object network;
    private long watchNanos;
    private int running;

    /** Creates them; those that the settings name are due at once. */
    public Trackers(
            Readings readings, Workers workers, Parts parts, AgentSettings settings, Consumer<Tracker> changed) {
        this.readings = readings;
        this.workers = workers;
        this.time = parts.time();
        this.teller = parts.teller();
        this.random = parts.random();
        this.settings = settings;
        this.changed = changed;
        this.watchNanos = time.nanoTime();
        follow(settings);
    }

    /** Goes by other settings: what is followed on keeps what is known. */
    public void follow(AgentSettings other) {
        settings = other;
        watchNanos = time.nanoTime();
        Map<TrackerKey, Tracker> before = Map.copyOf(trackers);
        trackers.clear();
        for (RecordRule rule : other.records()) {
            rule.addresses().forEach((family, addresses) -> {
                TrackerKey key = new TrackerKey(addresses, family);
                trackers.computeIfAbsent(key, absent -> {
                    Tracker known = before.get(key);
                    if (known == null) {
                        return new Tracker(key, time, teller, random);
                    }
                    known.lookWithin(other.interval());
                    return known;
                });
            });
        }
    }

    /** All that the settings name. */
    public Collection<Tracker> all() {
        return trackers.values();
    }

    /** Makes all due. */
    public void lookNow() {
        trackers.values().forEach(Tracker::lookNow);
    }

    /** Looks at this machine if it is time; whether its network is another one than before. */
    public boolean watch() {
        long now = time.nanoTime();
        if (settings.watch().isZero() || now - watchNanos < 0) {
            return false;
        }
        watchNanos = now + settings.watch().toNanos();
        BiFunction<AddressRule, Family, Object> glances = readings.glances();
        for (Tracker tracker : trackers.values()) {
            TrackerKey key = tracker.key();
            if (key.hasWatched() && tracker.glanced(glances.apply(key.rule(), key.family()))) {
                tracker.lookNow();
            }
        }
        Object before = network;
        network = readings.network();
        boolean moved = before != null && !before.equals(network);
        if (moved) {
            lookNow();
        }
        return moved;
    }

    /** Begins all readings that are due; whether there were any. */
    public boolean read() {
        boolean any = false;
        for (Tracker tracker : trackers.values()) {
            if (!tracker.isDue(time.nanoTime())) {
                continue;
            }
            any = true;
            if (tracker.key().isWatched()) {
                readHere(tracker);
            } else if (running < AT_ONCE) {
                readElsewhere(tracker);
            }
        }
        return any;
    }

    private void readHere(Tracker tracker) {
        TrackerKey key = tracker.key();
        long began = time.nanoTime();
        tracker.begin();
        detected(tracker, readings.detect(key.rule(), key.family(), tracker.counting()), began);
    }

    private void readElsewhere(Tracker tracker) {
        TrackerKey key = tracker.key();
        long began = time.nanoTime();
        tracker.begin();
        running++;
        List<InetAddress> counting = tracker.counting();
        workers.start(
                "reading the " + key.family() + " address",
                () -> readings.detect(key.rule(), key.family(), counting),
                detection -> {
                    running--;
                    detected(tracker, detection, began);
                },
                failure -> {
                    running--;
                    detected(tracker, new Detection.Unknown(reason(failure), null), began);
                });
    }

    private static String reason(VpsDnsException failure) {
        return Objects.requireNonNullElse(failure.getMessage(), failure.toString());
    }

    private void detected(Tracker tracker, Detection detection, long began) {
        if (tracker.detected(detection, began, settings.interval()) && trackers.get(tracker.key()) == tracker) {
            changed.accept(tracker);
        }
    }

    /** When something is due next, on the clock that never jumps; what is under way tells by itself. */
    public long dueNanos(long latest) {
        long due = latest;
        if (!settings.watch().isZero() && watchNanos - due < 0) {
            due = watchNanos;
        }
        for (Tracker tracker : trackers.values()) {
            boolean waits = tracker.isReading() || (!tracker.key().isWatched() && running >= AT_ONCE);
            if (!waits && tracker.dueNanos() - due < 0) {
                due = tracker.dueNanos();
            }
        }
        return due;
    }
}
