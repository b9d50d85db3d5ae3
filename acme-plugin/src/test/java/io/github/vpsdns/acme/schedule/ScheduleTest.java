// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.acme.schedule.Plan.Reason;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Failure FAILURE = new Failure("refused", "no", false, null);

    private final RandomGenerator random = new Random(42);
    private final Schedule schedule = new Schedule(random);

    private static Validity holding(Duration lifetime) {
        return new Validity(START, START.plus(lifetime));
    }

    private static RenewalMemory window(Instant start, Instant end, Instant chosen) {
        return RenewalMemory.EMPTY.withWindow(new AriWindow("id", start, end, chosen, null, start));
    }

    @Test
    void getsACertificateNowWhereThereIsNone() {
        assertThat(schedule.plan(null, RenewalMemory.EMPTY, START))
                .isEqualTo(new Plan(START, Reason.NO_CERTIFICATE, false));
    }

    @ParameterizedTest
    @CsvSource({"P90D, P60D", "P45D, P30D", "P11D, PT176H", "P10D, P5D", "PT160H, PT80H"})
    void keepsAThirdOfTheLifetimeInReserveOrHalfWhereItIsShort(Duration lifetime, Duration after) {
        assertThat(schedule.plan(holding(lifetime), RenewalMemory.EMPTY, START))
                .isEqualTo(new Plan(START.plus(after), Reason.LIFETIME, false));
    }

    @Test
    void goesByTheMomentChosenInTheCasWindow() {
        Instant chosen = START.plus(Duration.ofDays(20));
        RenewalMemory memory = window(chosen.minusSeconds(60), chosen.plusSeconds(60), chosen);

        assertThat(schedule.plan(holding(Duration.ofDays(90)), memory, START))
                .isEqualTo(new Plan(chosen, Reason.ARI, false));
    }

    @Test
    void isDueWhereTheWindowHasPassed() {
        RenewalMemory memory = window(START.minusSeconds(60), START.minusSeconds(30), START.minusSeconds(40));

        assertThat(schedule.plan(holding(Duration.ofDays(90)), memory, START).isDue(START))
                .isTrue();
    }

    @Test
    void heedsNoWindowWhenATwentiethIsLeft() {
        Validity ninety = holding(Duration.ofDays(90));
        Instant late = ninety.notAfter().plusSeconds(1);
        RenewalMemory memory = window(late, late.plusSeconds(60), late);

        assertThat(schedule.plan(ninety, memory, START))
                .isEqualTo(new Plan(START.plus(Duration.ofHours(90 * 24 * 19 / 20)), Reason.EMERGENCY, false));
    }

    @Test
    void isDueWhenExpired() {
        Validity ninety = holding(Duration.ofDays(90));

        assertThat(schedule.plan(ninety, RenewalMemory.EMPTY, ninety.notAfter()))
                .isEqualTo(new Plan(ninety.notAfter(), Reason.EXPIRED, false));
    }

    @Test
    void isHeldByTroubleUntilTheNextAttempt() {
        Validity ninety = holding(Duration.ofDays(90));
        Instant now = START.plus(Duration.ofDays(70));
        Trouble trouble = schedule.trouble(null, FAILURE, ninety, now);

        Plan plan = schedule.plan(ninety, RenewalMemory.EMPTY.withTrouble(trouble), now);

        assertThat(plan).isEqualTo(new Plan(trouble.nextAttempt(), Reason.LIFETIME, true));
    }

    @Test
    void isNotHeldByTroubleThatEndsBeforeItIsDue() {
        Validity ninety = holding(Duration.ofDays(90));
        Trouble trouble = schedule.trouble(null, FAILURE, ninety, START);

        assertThat(schedule.plan(ninety, RenewalMemory.EMPTY.withTrouble(trouble), START)
                        .held())
                .isFalse();
    }

    @Test
    void isNotHeldByTroubleOfAClockThatWasWrong() {
        Validity ninety = holding(Duration.ofDays(90));
        Instant wrong = START.plus(Duration.ofDays(3650));
        Instant now = START.plus(Duration.ofDays(70));
        Trouble trouble = schedule.trouble(null, FAILURE, ninety, wrong);

        assertThat(schedule.plan(ninety, RenewalMemory.EMPTY.withTrouble(trouble), now))
                .isEqualTo(new Plan(START.plus(Duration.ofDays(60)), Reason.LIFETIME, false));
    }

    @Test
    void isHeldByTroubleThoughTheClockIsPutBackALittle() {
        Trouble trouble = schedule.trouble(null, FAILURE, null, START);

        assertThat(schedule.plan(null, RenewalMemory.EMPTY.withTrouble(trouble), START.minusSeconds(5))
                        .held())
                .isTrue();
    }

    @Test
    void triesNoLessOftenOnceExpiredThanJustBefore() {
        Validity ninety = holding(Duration.ofDays(90));
        Trouble before = new Trouble(9, START, START, "k", "m", false, START);
        Instant end = ninety.notAfter();

        assertThat(schedule.trouble(before, FAILURE, ninety, end.plusSeconds(60))
                        .nextAttempt())
                .isBefore(end.plusSeconds(60).plus(Duration.ofMinutes(101)));
        assertThat(schedule.trouble(before, FAILURE, ninety, end.plus(Duration.ofDays(30)))
                        .nextAttempt())
                .isAfter(end.plus(Duration.ofDays(30)).plus(Duration.ofHours(20)));
    }

    @Test
    void keepsTheDateThatTheCaNamed() {
        Instant named = START.plus(Duration.ofDays(9));

        assertThat(schedule.trouble(null, new Failure("rate-limited", "x", false, named), null, START)
                        .nextAttempt())
                .isEqualTo(named);
        assertThat(schedule.trouble(null, new Failure("rate-limited", "x", false, START.minusSeconds(9)), null, START)
                        .nextAttempt())
                .isAfter(START);
    }

    @Test
    void countsFailuresFromTheFirstOne() {
        Trouble first = schedule.trouble(null, FAILURE, null, START);
        Trouble second = schedule.trouble(first, FAILURE, null, START.plusSeconds(60));

        assertThat(second.failures()).isEqualTo(2);
        assertThat(second.since()).isEqualTo(START);
        assertThat(second.last()).isEqualTo(START.plusSeconds(60));
    }

    /** Whatever the lifetime and the moment: attempts neither pause too long nor come without a pause. */
    @Test
    void neverPausesLongerThanATwentiethOfTheLifetimeNorADay() {
        for (int i = 0; i < 20_000; i++) {
            Duration lifetime = Duration.ofMinutes(1 + random.nextInt(400 * 24 * 60));
            Validity validity = holding(lifetime);
            Instant now = START.plusSeconds(random.nextLong(lifetime.toSeconds() * 2));
            Trouble before = random.nextBoolean()
                    ? null
                    : new Trouble(1 + random.nextInt(50), START, START, "k", "m", false, START);

            Duration pause = Duration.between(
                    now, schedule.trouble(before, FAILURE, validity, now).nextAttempt());

            assertThat(pause)
                    .isLessThanOrEqualTo(Duration.ofDays(1))
                    .isLessThanOrEqualTo(lifetime.dividedBy(20))
                    .isPositive();
        }
    }

    /** Whatever the window: the moment is in it, and the certificate is due in time. */
    @Test
    void alwaysPlansBeforeTheLastTwentieth() {
        for (int i = 0; i < 20_000; i++) {
            Duration lifetime = Duration.ofHours(1 + random.nextInt(400 * 24));
            Validity validity = holding(lifetime);
            Instant start = START.plusSeconds(random.nextLong(lifetime.toSeconds() * 2));
            Instant end = start.plusSeconds(1 + random.nextInt(1_000_000));
            AriWindow window = schedule.window(null, "id", new Suggestion(start, end, null), START);

            Plan plan = schedule.plan(validity, RenewalMemory.EMPTY.withWindow(window), START);

            assertThat(window.chosen()).isBetween(start, end);
            assertThat(plan.at()).isBeforeOrEqualTo(validity.notAfter().minus(lifetime.dividedBy(20)));
        }
    }

    @Test
    void keepsTheMomentWhileTheWindowIsTheSame() {
        Suggestion said = new Suggestion(START, START.plus(Duration.ofDays(2)), null);
        AriWindow before = schedule.window(null, "id", said, START);
        Suggestion explained = new Suggestion(said.start(), said.end(), URI.create("https://ca.example/why"));

        AriWindow again = schedule.window(before, "id", explained, START.plusSeconds(60));

        assertThat(again.chosen()).isEqualTo(before.chosen());
        assertThat(again.askAgainAt()).isEqualTo(START.plusSeconds(60));
        assertThat(schedule.window(before, "other", said, START).chosen()).isNotEqualTo(before.chosen());
    }

    @Test
    void choosesAnotherMomentWhenTheWindowMoves() {
        AriWindow before = schedule.window(null, "id", new Suggestion(START, START.plusSeconds(3600), null), START);

        AriWindow after = schedule.window(
                before, "id", new Suggestion(START.plusSeconds(7200), START.plusSeconds(9000), null), START);

        assertThat(after.chosen()).isBetween(START.plusSeconds(7200), START.plusSeconds(9000));
    }

    @Test
    void asksACaThatCannotBeAskedLessAndLessOften() {
        Duration longest = Duration.ofHours(6);
        AriPause first = schedule.pause(null, longest, START);
        AriPause fourth = schedule.pause(new AriPause(3, START), longest, START);

        assertThat(Duration.between(START, first.until())).isBetween(Duration.ofSeconds(54), Duration.ofSeconds(60));
        assertThat(Duration.between(START, fourth.until())).isBetween(Duration.ofMinutes(324), longest);
    }
}
