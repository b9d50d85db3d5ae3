// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.schedule;

import static java.util.Objects.requireNonNull;

import io.github.vpsdns.acme.schedule.Plan.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * When to renew, and when to try again.
 *
 * <p>A certificate is due at the moment chosen in its CA's window (RFC 9773 section 4.2), or without one when a third of its
 * lifetime is left, half where that is ten days or less. Whatever the CA says, it is due when a twentieth is left. After a
 * failure the next attempt is made 1, then 10, then 100 minutes, then a day later, each a little earlier by chance, so that
 * machines that failed together do not come back together. Attempts are never further apart than a twentieth of the lifetime,
 * nor, around its end, than a quarter of what is left or of what has passed since (but 100 minutes). A date that the CA named is kept in any case.
 *
 * <p>No input, no output. Thread-safe if its random generator is.
 */
public final class Schedule {
    private static final Duration SHORT_LIFETIME = Duration.ofDays(10);
    private static final int EMERGENCY = 20;
    private static final Duration[] BACK_OFF = {
        Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofMinutes(100), Duration.ofDays(1)
    };
    private static final Duration LONGEST_NEAR_THE_END = Duration.ofMinutes(100);
    private static final double JITTER = 0.1;

    private final RandomGenerator random;

    /**
     * Creates the rules.
     *
     * @param random chooses moments
     */
    public Schedule(RandomGenerator random) {
        this.random = requireNonNull(random, "random");
    }

    /**
     * Tells when the next attempt is to be made.
     *
     * @param certificate from when until when the certificate holds, or {@code null} if there is none
     * @param memory what is remembered; its window is that of this certificate
     * @param now the time
     * @return when and why
     */
    public Plan plan(@Nullable Validity certificate, RenewalMemory memory, Instant now) {
        return held(wish(certificate, memory.window(), now), memory.trouble(), now);
    }

    /**
     * Tells when the next attempt is to be made where the certificate is not the one that is wanted now: at once, unless the
     * last attempt has failed.
     *
     * @param memory what is remembered
     * @param now the time
     * @return when and why
     */
    public Plan changed(RenewalMemory memory, Instant now) {
        return held(new Plan(now, Reason.CHANGED, false), memory.trouble(), now);
    }

    private static Plan wish(@Nullable Validity certificate, @Nullable AriWindow window, Instant now) {
        if (certificate == null) {
            return new Plan(now, Reason.NO_CERTIFICATE, false);
        }
        if (!certificate.notAfter().isAfter(now)) {
            return new Plan(certificate.notAfter(), Reason.EXPIRED, false);
        }
        Duration lifetime = certificate.lifetime();
        Instant emergency = certificate.notAfter().minus(lifetime.dividedBy(EMERGENCY));
        Plan usual = window != null
                ? new Plan(window.chosen(), Reason.ARI, false)
                : new Plan(certificate.notAfter().minus(reserve(lifetime)), Reason.LIFETIME, false);
        return usual.at().isAfter(emergency) || !emergency.isAfter(now)
                ? new Plan(emergency, Reason.EMERGENCY, false)
                : usual;
    }

    private static Duration reserve(Duration lifetime) {
        return lifetime.compareTo(SHORT_LIFETIME) <= 0 ? lifetime.dividedBy(2) : lifetime.dividedBy(3);
    }

    private static Plan held(Plan wish, @Nullable Trouble trouble, Instant now) {
        return trouble == null || !trouble.holds(now) || !trouble.nextAttempt().isAfter(wish.at())
                ? wish
                : new Plan(trouble.nextAttempt(), wish.reason(), true);
    }

    /**
     * Says what follows from a failure.
     *
     * @param before the trouble so far, or {@code null} if all went well until now
     * @param failure what went wrong now
     * @param certificate from when until when the certificate holds, or {@code null} if there is none
     * @param now the time
     * @return the trouble with the next attempt
     */
    public Trouble trouble(@Nullable Trouble before, Failure failure, @Nullable Validity certificate, Instant now) {
        int failures = before == null ? 1 : before.failures() + 1;
        Instant backOff = now.plus(jittered(backOff(failures, certificate, now)));
        Instant notBefore = failure.notBefore();
        return new Trouble(
                failures,
                before == null ? now : before.since(),
                now,
                failure.kind(),
                failure.message(),
                failure.validation(),
                notBefore != null && notBefore.isAfter(backOff) ? notBefore : backOff);
    }

    private static Duration backOff(int failures, @Nullable Validity certificate, Instant now) {
        Duration step = BACK_OFF[Math.min(failures, BACK_OFF.length) - 1];
        if (certificate == null) {
            return step;
        }
        Duration limit = certificate.lifetime().dividedBy(EMERGENCY);
        Duration fromTheEnd = certificate.left(now).abs();
        return shorter(step, shorter(limit, longer(fromTheEnd.dividedBy(4), LONGEST_NEAR_THE_END)));
    }

    /**
     * Remembers what a CA says of a certificate. The moment is chosen once for each window, so that asking again does not move
     * it.
     *
     * @param before what it said last, of whichever certificate, or {@code null}
     * @param certificateId which certificate it is about (RFC 9773 section 4.1)
     * @param said what it says now
     * @param askAgainAt when to ask again
     * @return the window with the moment
     * @throws io.github.vpsdns.core.InvalidValueException if the window has no length
     */
    public AriWindow window(@Nullable AriWindow before, String certificateId, Suggestion said, Instant askAgainAt) {
        Instant chosen = before != null && isSame(before, certificateId, said)
                ? before.chosen()
                : moment(said.start(), said.end());
        return new AriWindow(certificateId, said.start(), said.end(), chosen, said.explanation(), askAgainAt);
    }

    private static boolean isSame(AriWindow before, String certificateId, Suggestion said) {
        return before.certificateId().equals(certificateId)
                && before.start().equals(said.start())
                && before.end().equals(said.end());
    }

    private Instant moment(Instant start, Instant end) {
        long length = Duration.between(start, end).toMillis();
        return length <= 0 ? start : start.plusMillis(random.nextLong(length));
    }

    /**
     * Says until when a CA is not to be asked again after it could not be asked for a window.
     *
     * @param before the pause so far, or {@code null}
     * @param longest the longest pause
     * @param now the time
     * @return the pause
     */
    public AriPause pause(@Nullable AriPause before, Duration longest, Instant now) {
        int failures = before == null ? 1 : before.failures() + 1;
        Duration step = BACK_OFF[Math.min(failures, BACK_OFF.length) - 1];
        return new AriPause(failures, now.plus(jittered(shorter(step, longest))));
    }

    private Duration jittered(Duration whole) {
        return whole.minusMillis((long) (whole.toMillis() * JITTER * random.nextDouble()));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
