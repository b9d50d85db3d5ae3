// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.pace;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Failures of one name in a row, and until when they keep it from being tried again. */
public final class Setback {
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration MOST_WAIT = Duration.ofHours(1);

    private final Backoff backoff;
    private int failures;
    private @Nullable String problem;
    private long untilNanos;
    private @Nullable Instant until;
    private long writesThen;

    /**
     * Creates one without failures.
     *
     * @param random the source of jitter
     */
    public Setback(RandomGenerator random) {
        this.backoff = new Backoff(FIRST_WAIT, MOST_WAIT, random);
    }

    /**
     * Goes on with what was before a restart.
     *
     * @param why what was wrong
     * @param failed how often in a row
     * @param end when it was to be tried again
     * @param nowNanos now
     * @param now now
     */
    public void remember(String why, int failed, Instant end, long nowNanos, Instant now) {
        Duration left = Duration.between(now, end);
        if (!left.isNegative() && left.compareTo(MOST_WAIT) <= 0) {
            problem = why;
            failures = Math.max(1, failed);
            hold(left, nowNanos, now);
        }
    }

    /**
     * Notes a failure.
     *
     * @param why what was wrong, one sentence
     * @param writes how many writes had succeeded by then
     * @param nowNanos now
     * @param now now
     * @return when it may be tried again
     */
    public Instant failed(String why, long writes, long nowNanos, Instant now) {
        problem = why;
        writesThen = writes;
        failures++;
        return hold(backoff.after(failures), nowNanos, now);
    }

    private Instant hold(Duration wait, long nowNanos, Instant now) {
        Instant end = now.plus(wait);
        untilNanos = nowNanos + wait.toNanos();
        until = end;
        return end;
    }

    /**
     * Tells whether it is this name that is the matter, because others have succeeded since it last failed.
     *
     * @param writes how many writes have succeeded by now
     * @return whether it failed before and others have succeeded since
     */
    public boolean isAlone(long writes) {
        return failures > 0 && writes > writesThen;
    }

    /** Forgets the failures. */
    public void clear() {
        failures = 0;
        problem = null;
        until = null;
    }

    /**
     * Lets it be tried at once, without forgetting how often it has failed.
     *
     * @param nowNanos now
     */
    public void tryNow(long nowNanos) {
        untilNanos = nowNanos;
    }

    /**
     * Tells whether it is too early to try again.
     *
     * @param nowNanos now
     * @return whether to wait
     */
    public boolean holds(long nowNanos) {
        return failures > 0 && untilNanos - nowNanos > 0;
    }

    /**
     * Returns how often it has failed in a row.
     *
     * @return zero if it has not
     */
    public int failures() {
        return failures;
    }

    /**
     * Returns what is wrong.
     *
     * @return one sentence, or {@code null} if nothing is
     */
    public @Nullable String problem() {
        return problem;
    }

    /**
     * Returns when it may be tried again.
     *
     * @return on the clock that never jumps; of no meaning without failures
     */
    public long untilNanos() {
        return untilNanos;
    }

    /**
     * Returns when it may be tried again.
     *
     * @return the time of day, or {@code null} without failures
     */
    public @Nullable Instant until() {
        return until;
    }
}
