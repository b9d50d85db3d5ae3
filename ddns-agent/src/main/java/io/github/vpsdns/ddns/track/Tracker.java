// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.track;

import io.github.vpsdns.core.pace.Backoff;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.ddns.detect.Damper;
import io.github.vpsdns.ddns.detect.Detection;
import io.github.vpsdns.ddns.detect.Verdict;
import io.github.vpsdns.ddns.report.AgentEvent.AddressChanged;
import io.github.vpsdns.ddns.report.AgentEvent.AddressUnconfirmed;
import io.github.vpsdns.ddns.report.AgentEvent.AddressUnknown;
import io.github.vpsdns.ddns.report.AgentStatus;
import io.github.vpsdns.ddns.work.Teller;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What is known of the host's addresses by one rule, and when to look again. Owned by the loop's thread. */
public final class Tracker {
    private static final Duration FIRST_RETRY = Duration.ofSeconds(5);
    private static final Duration LONGEST_RETRY = Duration.ofMinutes(5);

    /** A reading that confirms another must not be the same one. */
    private static final Duration CONFIRMATION = Duration.ofSeconds(1);

    private final TrackerKey key;
    private final Timekeeper time;
    private final Teller teller;
    private final Backoff retry;
    private final Damper damper = new Damper();

    private List<InetAddress> counting = List.of();
    private @Nullable Instant since;
    private List<String> saidBy = List.of();
    private @Nullable String problem;
    private @Nullable Object glance;
    private @Nullable Long changeReadNanos;
    private long foundNanos;
    private long dueNanos;
    private int failures;
    private boolean certain;
    private boolean read;
    private Detection.@Nullable Found pending;
    private boolean reading;

    Tracker(TrackerKey key, Timekeeper time, Teller teller, RandomGenerator random) {
        this.key = key;
        this.time = time;
        this.teller = teller;
        this.retry = new Backoff(FIRST_RETRY, LONGEST_RETRY, random);
        this.dueNanos = time.nanoTime();
    }

    /** Takes what counted before a restart. */
    public void remember(List<InetAddress> addresses, @Nullable Instant from) {
        counting = List.copyOf(addresses);
        since = from;
    }

    /** Takes a glance; whether it shows something else than the last one. */
    boolean glanced(Object now) {
        boolean other = glance != null && !now.equals(glance);
        glance = now;
        return other;
    }

    /** Makes it due. */
    public void lookNow() {
        dueNanos = time.nanoTime();
    }

    /** Makes it due no later than after this time. */
    void lookWithin(Duration interval) {
        long latest = time.nanoTime() + interval.toNanos();
        dueNanos = latest - dueNanos < 0 ? latest : dueNanos;
    }

    boolean isDue(long nowNanos) {
        return !reading && nowNanos - dueNanos >= 0;
    }

    void begin() {
        reading = true;
    }

    /** Takes what came of a reading that began at the given time; whether other addresses count now, or are certain again. */
    boolean detected(Detection detection, long beganNanos, Duration interval) {
        reading = false;
        return detection instanceof Detection.Found found
                ? found(found, beganNanos, interval)
                : unknown((Detection.Unknown) detection, interval);
    }

    private boolean found(Detection.Found found, long beganNanos, Duration interval) {
        Verdict verdict = damper.observe(found, key.rule(), counting);
        read = true;
        failures = 0;
        saidBy = found.sources();
        foundNanos = time.nanoTime();
        dueNanos = foundNanos + interval.toNanos();
        if (verdict instanceof Verdict.Pending unconfirmed) {
            changeReadNanos = unconfirmed.times() == 1 ? Long.valueOf(beganNanos) : changeReadNanos;
            pending = found;
            dueNanos = foundNanos + CONFIRMATION.toNanos();
            teller.tell(
                    new AddressUnconfirmed(key.family(), found.addresses(), unconfirmed.times(), unconfirmed.needed()));
            return false;
        }
        if (verdict instanceof Verdict.Accepted) {
            if (pending == null) {
                changeReadNanos = counting.isEmpty() ? null : Long.valueOf(beganNanos);
            }
            return accept(found);
        }
        changeReadNanos = null;
        return becomeCertain();
    }

    private boolean accept(Detection.Found found) {
        List<InetAddress> before = counting;
        counting = found.addresses();
        since = time.now();
        teller.tell(new AddressChanged(key.family(), before, counting, found.sources()));
        becomeCertain();
        return true;
    }

    private boolean becomeCertain() {
        boolean news = !certain;
        pending = null;
        problem = null;
        certain = true;
        return news;
    }

    /** Lets what was read last count without being read again; whether other addresses count now. */
    public boolean acceptUnconfirmed() {
        Detection.Found read = pending;
        return read != null && accept(read);
    }

    private boolean unknown(Detection.Unknown unknown, Duration interval) {
        long now = time.nanoTime();
        Duration asked = unknown.tryAfter() == null ? CONFIRMATION : longest(unknown.tryAfter(), CONFIRMATION);
        if (unknown.tryAfter() != null && isRecent(now, interval)) {
            // Asked too soon, which is no news.
            dueNanos = now + asked.toNanos();
            return false;
        }
        Duration wait = retry.after(++failures);
        dueNanos = now
                + longest(wait.compareTo(interval) < 0 ? wait : interval, asked).toNanos();
        read = true;
        boolean news = !unknown.reason().equals(problem);
        boolean wasCertain = certain;
        problem = unknown.reason();
        certain = false;
        if (news) {
            teller.tell(new AddressUnknown(key.family(), unknown.reason()));
        }
        return wasCertain;
    }

    private boolean isRecent(long nowNanos, Duration interval) {
        return (certain || pending != null)
                && nowNanos - foundNanos < longest(interval, key.pace()).toNanos();
    }

    private static Duration longest(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** Which addresses these are. */
    public TrackerKey key() {
        return key;
    }

    /** The addresses to publish, or null while they are not known for certain. */
    @Nullable
    public List<InetAddress> certain() {
        return certain ? counting : null;
    }

    /** The addresses that count, certain or not; empty if there never were any. */
    public List<InetAddress> counting() {
        return counting;
    }

    /** Since when they count, or null if nothing counts. */
    @Nullable
    public Instant since() {
        return since;
    }

    /** When the change was read that led to the addresses that count, or null if they did not change. */
    @Nullable
    public Long changeReadNanos() {
        return changeReadNanos;
    }

    /** When to read again, on the clock that never jumps. */
    public long dueNanos() {
        return dueNanos;
    }

    /** Whether a reading is under way. */
    public boolean isReading() {
        return reading;
    }

    /** Whether it has been read since the start, with or without success. */
    public boolean wasRead() {
        return read;
    }

    /** Whether other addresses were read that do not count yet. */
    public boolean isPending() {
        return pending != null;
    }

    /** Who said what was read last; the rule's sources if nobody said anything. */
    public List<String> saidBy() {
        return saidBy.isEmpty() ? key.sources() : saidBy;
    }

    /** Why the addresses are not certain, or null. */
    @Nullable
    public String problem() {
        return problem;
    }

    /** How it stands. */
    public AgentStatus.Address status() {
        return new AgentStatus.Address(key.family(), key.sources(), counting, since, problem);
    }
}
