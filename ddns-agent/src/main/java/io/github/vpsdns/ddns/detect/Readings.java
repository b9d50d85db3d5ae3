// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.detect;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.ddns.detect.Reading.Reply;
import io.github.vpsdns.ddns.settings.AddressRule;
import io.github.vpsdns.ddns.source.AddressSource;
import io.github.vpsdns.ddns.source.SourceSpec;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads sources in threads of their own, for all who want to know: never two readings of one source and family at once, never a source
 * sooner than its pace allows.
 *
 * <p>A thread lives for one reading. As a source that does not end is not read again, there are at most as many threads as sources and
 * families. Thread-safe.
 */
final class Readings {
    /** A way to run readings. */
    interface Starter {
        /**
         * Runs a reading.
         *
         * @return interrupts it
         */
        Runnable start(String name, Runnable reading);

        static Starter threads() {
            return (name, reading) -> {
                Thread thread = new Thread(reading, "vpsdns-detect-" + name);
                thread.setDaemon(true);
                thread.start();
                return thread::interrupt;
            };
        }
    }

    private record Key(SourceSpec source, Family family) {}

    private final Function<SourceSpec, AddressSource> sources;
    private final Timekeeper time;
    private final Starter starter;
    private final Map<Key, Reading> latest = new HashMap<>();

    Readings(Function<SourceSpec, AddressSource> sources, Timekeeper time, Starter starter) {
        this.sources = sources;
        this.time = time;
        this.starter = starter;
    }

    /** Returns how long a source may not be read for a rule, zero if it may. */
    synchronized Duration hold(SourceSpec source, Family family, AddressRule rule) {
        Reading last = latest.get(new Key(source, family));
        long now = time.nanoTime();
        if (last == null || last.canBeJoined() || last.isNewTo(rule, now)) {
            return Duration.ZERO;
        }
        Duration hold = last.hold(now);
        return hold.isNegative() ? Duration.ZERO : hold;
    }

    /**
     * Reads a source, or joins those who do so already.
     *
     * @param limit how long it may take, where it is not under way already
     * @param replies where the answer goes
     */
    synchronized void ask(SourceSpec source, Family family, AddressRule rule, Duration limit, Queue<Reply> replies) {
        Key key = new Key(source, family);
        Reading last = latest.get(key);
        long now = time.nanoTime();
        if (last != null && (last.canBeJoined() || (!source.pace().isZero() && last.isNewTo(rule, now)))) {
            last.join(rule, replies);
        } else if (last != null && last.isUnderWay()) {
            replies.add(refusal(source, " has not ended the reading before"));
        } else if (!hold(source, family, rule).isZero()) {
            replies.add(refusal(source, " may not be asked again yet"));
        } else {
            begin(key, limit, now).join(rule, replies);
        }
    }

    /** Waits for nothing any more; readings that nobody waits for are broken off. */
    synchronized void leave(Queue<Reply> replies) {
        latest.values().forEach(reading -> reading.leave(replies));
    }

    private Reading begin(Key key, Duration limit, long now) {
        Reading reading = new Reading(key.source, now);
        latest.put(key, reading);
        boolean begun = false;
        try {
            reading.begun(starter.start(key.source + "-" + key.family.word(), () -> read(key, limit)));
            begun = true;
        } finally {
            if (!begun) {
                // There are no threads left: nobody will end it.
                latest.remove(key);
            }
        }
        return reading;
    }

    private void read(Key key, Duration limit) {
        @Nullable Answer answer = null;
        try {
            answer = Answer.read(sources, key.source, key.family, limit);
        } catch (CancelledException e) {
            // Nobody waits for it, or somebody else interrupted this thread: told below either way.
        } finally {
            end(key, answer == null ? new Answer.Failed(key.source + " was given up", true) : answer);
        }
    }

    private synchronized void end(Key key, Answer answer) {
        Reading reading = latest.get(key);
        if (reading != null) {
            reading.end(answer, time.nanoTime());
        }
    }

    private static Reply refusal(SourceSpec source, String why) {
        return new Reply(source, new Answer.Failed(source + why, false), Duration.ZERO);
    }
}
