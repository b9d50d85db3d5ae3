// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.pace;

import io.github.vpsdns.core.VpsDnsException;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Whether the API may be called. It closes for a while after a failure that other calls would share, and for good when the
 * credentials are refused. After a pause one call goes first, and only if it succeeds do the others follow, so that an API that
 * is away gets one call a pause, however many names wait.
 */
public final class Gate {
    /** No pause lasts longer, whoever asks for it. */
    public static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration MOST_WAIT = Duration.ofMinutes(10);

    /** How long after the start a network that is not there yet is nothing unusual. */
    private static final Duration START = Duration.ofMinutes(2);

    private final Backoff backoff;
    private final long startedNanos;
    private boolean everSucceeded;
    private int failures;
    private int pass;
    private long writes;
    private @Nullable VpsDnsException reason;
    private @Nullable String remembered;
    private boolean stopped;
    private boolean asked;
    private boolean writesFail;
    private long untilNanos;
    private @Nullable Instant until;

    /**
     * Creates an open gate.
     *
     * @param startedNanos now
     * @param random the source of jitter
     */
    public Gate(long startedNanos, RandomGenerator random) {
        this.backoff = new Backoff(FIRST_WAIT, MOST_WAIT, random);
        this.startedNanos = startedNanos;
        this.untilNanos = startedNanos;
    }

    /**
     * Goes on with a pause that began before a restart.
     *
     * @param why why it was
     * @param failed how often it had failed in a row
     * @param end when it ends
     * @param nowNanos now
     * @param now now
     */
    public void remember(String why, int failed, Instant end, long nowNanos, Instant now) {
        Duration left = Duration.between(now, end);
        if (!left.isNegative() && !left.isZero()) {
            remembered = why;
            failures = Math.max(1, failed);
            asked = true;
            pause(left, nowNanos, now);
        }
    }

    /**
     * Tells whether one more call may begin.
     *
     * @param running how many are under way
     * @param limit how many may be
     * @param nowNanos now
     * @return whether one more may begin
     */
    public boolean admits(int running, int limit, long nowNanos) {
        return !stopped && nowNanos - untilNanos >= 0 && running < (failures > 0 ? 1 : limit);
    }

    /**
     * Returns what a call that begins now is to bring back, so that calls that fail together count as one failure.
     *
     * @return the pass
     */
    public int pass() {
        return pass;
    }

    /**
     * Notes that a call was answered. Where a write failed, only a write shows that it is over.
     *
     * @param write whether it was a write
     * @param with the pass that the call began with
     * @return whether this ends a pause
     */
    public boolean succeeded(boolean write, int with) {
        everSucceeded = true;
        if (write) {
            writes++;
        }
        return with == pass && !stopped && (write || !writesFail) && open();
    }

    /**
     * Returns how many writes have succeeded, so that a name which alone fails is told from an API that is away.
     *
     * @return the number
     */
    public long writes() {
        return writes;
    }

    /**
     * Notes that a call failed for a reason that others would share.
     *
     * @param scope {@link FailureScope#AWAY}, {@link FailureScope#LIMITED} or {@link FailureScope#REFUSED}
     * @param failure why
     * @param write whether it was a write
     * @param with the pass that the call began with
     * @param nowNanos now
     * @param now now
     * @return whether this changes until when no calls are made
     */
    public boolean failed(
            FailureScope scope, VpsDnsException failure, boolean write, int with, long nowNanos, Instant now) {
        if (scope == FailureScope.REFUSED) {
            boolean news = !stopped;
            stopped = true;
            reason = failure;
            remembered = null;
            pass++;
            return news;
        }
        if (stopped) {
            return false;
        }
        Duration wanted = FailureScope.retryAfter(failure);
        if (with != pass) {
            boolean longer = wanted.toNanos() > untilNanos - nowNanos;
            if (longer) {
                asked = true;
                pause(wanted, nowNanos, now);
            }
            return longer;
        }
        failures++;
        writesFail = write;
        reason = failure;
        remembered = null;
        boolean starting = !everSucceeded && nowNanos - startedNanos < START.toNanos();
        Duration own = backoff.after(starting ? 1 : failures);
        asked = wanted.compareTo(own) > 0;
        pause(asked ? wanted : own, nowNanos, now);
        return true;
    }

    private void pause(Duration wish, long nowNanos, Instant now) {
        Duration length = wish.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wish;
        pass++;
        untilNanos = nowNanos + length.toNanos();
        until = now.plus(length);
    }

    /**
     * Forgets why it was closed: there are other credentials.
     *
     * @param nowNanos now
     * @return whether it was closed
     */
    public boolean reopen(long nowNanos) {
        stopped = false;
        untilNanos = nowNanos;
        return open();
    }

    /**
     * Ends a pause that was our own choice: after sleep, or a change of the network, what failed may well succeed. A
     * pause that the API asked for goes on.
     *
     * @param nowNanos now
     */
    public void tryNow(long nowNanos) {
        if (!asked && !stopped && untilNanos - nowNanos > 0) {
            untilNanos = nowNanos;
        }
    }

    private boolean open() {
        boolean wasClosed = failures > 0 || reason != null;
        failures = 0;
        reason = null;
        remembered = null;
        until = null;
        asked = false;
        writesFail = false;
        return wasClosed;
    }

    /**
     * Tells whether the credentials are refused.
     *
     * @return whether no call is made before there are others
     */
    public boolean isStopped() {
        return stopped;
    }

    /**
     * Tells whether calls wait.
     *
     * @param nowNanos now
     * @return whether no call is made at the moment
     */
    public boolean isClosed(long nowNanos) {
        return stopped || untilNanos - nowNanos > 0;
    }

    /**
     * Returns when a pause ends.
     *
     * @return on the clock that never jumps; in the past if there is no pause
     */
    public long untilNanos() {
        return untilNanos;
    }

    /**
     * Returns when a pause ends.
     *
     * @return the time of day, or {@code null} if there is no pause that ends by itself
     */
    public @Nullable Instant until() {
        return stopped ? null : until;
    }

    /**
     * Returns why no calls are made, or why the last one failed.
     *
     * @return one sentence, or {@code null} if all is well
     */
    public @Nullable String problem() {
        VpsDnsException known = reason;
        return known == null ? remembered : known.getMessage();
    }

    /**
     * Returns what the last call failed with.
     *
     * @return the failure, or {@code null} if all is well or the pause is older than this process
     */
    public @Nullable VpsDnsException reason() {
        return reason;
    }

    /**
     * Returns how often in a row calls have failed.
     *
     * @return zero if the last one succeeded
     */
    public int failures() {
        return failures;
    }
}
