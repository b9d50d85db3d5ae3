// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.auth;

import static io.github.vpsdns.webhook.auth.Door.HOME;
import static io.github.vpsdns.webhook.auth.Door.LIMITS;
import static io.github.vpsdns.webhook.auth.Door.STRANGER;
import static io.github.vpsdns.webhook.auth.Door.address;
import static io.github.vpsdns.webhook.auth.Door.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.vpsdns.webhook.report.WebhookEvent;
import io.github.vpsdns.webhook.report.WebhookStatus;
import io.github.vpsdns.webhook.settings.Limits;
import io.github.vpsdns.webhook.settings.User;
import io.github.vpsdns.webhook.store.FailureBook.Failures;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatekeeperTest {
    private Door door = new Door();

    @AfterEach
    void close() {
        door.close();
    }

    private Door with(Limits limits, User... users) {
        door.close();
        door = new Door(limits, users);
        return door;
    }

    @Test
    void admitsWhoHasThePassword() {
        assertThat(door.admit("router", "secret", HOME))
                .isEqualTo(new Admission.Admitted(user("router", Hashes.SECRET)));
    }

    @Test
    void refusesTheWrongPassword() {
        assertThat(door.admit("router", "wrong", HOME)).isEqualTo(new Admission.Refused());
        assertThat(door.denied()).containsExactly(new WebhookEvent.Denied("router", HOME, "the password is wrong"));
    }

    @Test
    void refusesThePasswordOfAnother() {
        assertThat(door.admit("router", "other", HOME)).isEqualTo(new Admission.Refused());
    }

    @Test
    void tellsNotTheNameOfWhoDoesNotExist() {
        assertThat(door.admit("my password", "router", HOME)).isEqualTo(new Admission.Refused());
        assertThat(door.denied()).containsExactly(new WebhookEvent.Denied(null, HOME, "there is no such user"));
    }

    @Test
    void admitsWithAnyReadingThatIsRight() {
        assertThat(door.admit(List.of(new Credentials("router", "sec ret"), new Credentials("router", "secret")), HOME))
                .isInstanceOf(Admission.Admitted.class);
    }

    @Test
    void countsAllReadingsAsOneTry() {
        for (int guess = 0; guess < 9; guess++) {
            door.admit(List.of(new Credentials("router", "a " + guess), new Credentials("router", "a+" + guess)), HOME);
        }

        assertThat(door.admit("router", "secret", HOME)).isInstanceOf(Admission.Admitted.class);
    }

    @Test
    void refusesMoreThanFourReadings() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> door.gatekeeper.admit(Collections.nCopies(5, new Credentials("router", "secret")), HOME));
    }

    @Test
    void countsNoRequestWithoutCredentials() {
        for (int request = 0; request < 1_000; request++) {
            assertThat(door.admit(List.of(), HOME)).isEqualTo(new Admission.Refused());
        }

        assertThat(door.gatekeeper.lockouts()).isEmpty();
        assertThat(door.events).isEmpty();
    }

    @Test
    void answersAtOnceWhomItKnows() {
        door.admit("router", "secret", HOME);

        assertThat(door.gatekeeper
                        .admit(List.of(new Credentials("router", "secret")), HOME)
                        .toCompletableFuture())
                .isCompletedWithValue(new Admission.Admitted(user("router", Hashes.SECRET)));
    }

    @Test
    void answersAtOnceWhoRepeatsWhatWasWrong() {
        door.admit("router", "wrong", HOME);

        assertThat(door.gatekeeper
                        .admit(List.of(new Credentials("router", "wrong")), HOME)
                        .toCompletableFuture())
                .isCompletedWithValue(new Admission.Refused());
    }

    @Test
    void refusesWhoComesFromElsewhere() {
        with(LIMITS, user("router", Hashes.SECRET, "203.0.113.0/24"));

        assertThat(door.admit("router", "secret", HOME)).isInstanceOf(Admission.Admitted.class);
        assertThat(door.admit("router", "secret", STRANGER)).isEqualTo(new Admission.Refused());
        assertThat(door.denied())
                .containsExactly(new WebhookEvent.Denied(
                        "router", STRANGER, "the password is right, but the account may not come from this address"));
    }

    @Test
    void refusesWhoseTimeIsOver() {
        with(LIMITS, user("router", Hashes.SECRET, door.time.now().plusSeconds(60)));
        assertThat(door.admit("router", "secret", HOME)).isInstanceOf(Admission.Admitted.class);

        door.time.advance(Duration.ofSeconds(60));

        assertThat(door.admit("router", "secret", HOME)).isEqualTo(new Admission.Refused());
        assertThat(door.denied())
                .containsExactly(
                        new WebhookEvent.Denied("router", HOME, "the password is right, but the account has expired"));
    }

    @Test
    void letsEachUserMakeSoManyRequestsAMinute() {
        with(
                new Limits(10, 100, Duration.ofMinutes(15), 3, 10),
                user("router", Hashes.SECRET),
                user("nas", Hashes.OTHER));
        for (int request = 0; request < 3; request++) {
            assertThat(door.admit("router", "secret", HOME)).isInstanceOf(Admission.Admitted.class);
        }

        assertThat(door.admit("router", "secret", HOME))
                .isEqualTo(new Admission.TooMany(door.time.now().plusSeconds(20)));
        assertThat(door.admit("nas", "other", HOME)).isInstanceOf(Admission.Admitted.class);

        door.time.advance(Duration.ofSeconds(20));

        assertThat(door.admit("router", "secret", HOME)).isInstanceOf(Admission.Admitted.class);
        assertThat(door.admit("router", "secret", HOME)).isInstanceOf(Admission.TooMany.class);
    }

    @Test
    void limitsNoRequestsWhereTheLimitIsHigh() {
        with(new Limits(10, 100, Duration.ofMinutes(15), Integer.MAX_VALUE, 10), user("router", Hashes.SECRET));

        for (int request = 0; request < 10_000; request++) {
            assertThat(door.admit("router", "secret", HOME)).isInstanceOf(Admission.Admitted.class);
        }
    }

    @Test
    void takesAnotherPasswordWhenReconfigured() {
        door.admit("router", "secret", HOME);
        door.admit("router", "renewed", HOME);

        door.gatekeeper.reconfigure(List.of(user("router", Hashes.RENEWED)), LIMITS);

        assertThat(door.admit("router", "secret", HOME)).isEqualTo(new Admission.Refused());
        assertThat(door.admit("router", "renewed", HOME)).isInstanceOf(Admission.Admitted.class);
    }

    @Test
    void forgetsWhoIsGoneWhenReconfigured() {
        door.admit("router", "secret", HOME);

        door.gatekeeper.reconfigure(List.of(), LIMITS);

        assertThat(door.admit("router", "secret", HOME)).isEqualTo(new Admission.Refused());
    }

    @Test
    void admitsAtOnceWhoKeptThePasswordAndWithWhatTheyMayNow() {
        door.admit("router", "secret", HOME);
        User changed = user("router", Hashes.SECRET, "203.0.113.0/24");

        door.gatekeeper.reconfigure(List.of(changed), LIMITS);

        assertThat(door.gatekeeper
                        .admit(List.of(new Credentials("router", "secret")), HOME)
                        .toCompletableFuture())
                .isCompletedWithValue(new Admission.Admitted(changed));
    }

    @Test
    void isBusyOnceClosed() {
        door.gatekeeper.close();

        assertThat(door.admit("router", "secret", HOME)).isEqualTo(new Admission.Busy());
    }

    @Test
    void isBusyInsteadOfLettingGuessWhatItCannotNote() {
        door.store.failing(true);

        assertThat(door.admit("router", "wrong", HOME)).isEqualTo(new Admission.Busy());
    }

    @Test
    void admitsWhoHasThePasswordThoughNothingCanBeNoted() {
        door.store.failing(true);

        assertThat(door.admit("router", "secret", HOME)).isInstanceOf(Admission.Admitted.class);
    }

    @Test
    void countsGuessesThatItCannotNote() {
        door.store.failing(true);
        door.guess("router", 10, STRANGER);

        assertThat(door.admit("router", "secret", STRANGER)).isInstanceOf(Admission.LockedOut.class);
    }

    @Test
    void answersNoMoreThanTenGuessesHoweverManyComeAtOnce() {
        List<Admission> answers = atOnce(
                IntStream.range(0, 60).mapToObj(guess -> "guess " + guess).toList());

        assertThat(answers).filteredOn(Admission.Refused.class::isInstance).hasSize(10);
        assertThat(answers)
                .filteredOn(answer -> !(answer instanceof Admission.Refused))
                .hasOnlyElementsOfTypes(Admission.LockedOut.class);
        assertThat(door.gatekeeper.lockouts())
                .extracting(WebhookStatus.Lockout::failures)
                .containsExactly(10);
    }

    @Test
    void countsTheSameWrongPasswordOnceThoughItComesManyTimesAtOnce() {
        assertThat(atOnce(Collections.nCopies(1_000, "wrong"))).containsOnly(new Admission.Refused());

        assertThat(door.store.failures().since(door.time.now()))
                .extracting(Failures::count)
                .containsExactly(1, 1);
    }

    /** Each from another place, so that no place is too busy. */
    private List<Admission> atOnce(List<String> passwords) {
        List<CompletableFuture<Admission>> answers = IntStream.range(0, passwords.size())
                .mapToObj(number -> door.gatekeeper
                        .admit(
                                List.of(new Credentials("router", passwords.get(number))),
                                address("198.51.100." + number % 250))
                        .toCompletableFuture())
                .toList();
        return answers.stream().map(CompletableFuture::join).toList();
    }

    @Test
    void remembersLittleOfManyStrangers() {
        for (int stranger = 0; stranger < 30_000; stranger++) {
            door.guess("user " + stranger, 1, address("198.18." + (stranger >> 8) + "." + stranger % 256));
        }

        assertThat(door.gatekeeper.remembered()).isBetween(2_000, 27_000);
        assertThat(door.admit("router", "secret", HOME)).isInstanceOf(Admission.Admitted.class);
    }
}
