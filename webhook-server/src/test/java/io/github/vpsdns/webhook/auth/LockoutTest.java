// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.auth;

import static io.github.vpsdns.webhook.auth.Door.HOME;
import static io.github.vpsdns.webhook.auth.Door.LIMITS;
import static io.github.vpsdns.webhook.auth.Door.STRANGER;
import static io.github.vpsdns.webhook.auth.Door.address;
import static io.github.vpsdns.webhook.auth.Door.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.webhook.report.WebhookEvent;
import io.github.vpsdns.webhook.report.WebhookStatus.Lockout;
import io.github.vpsdns.webhook.store.FailureBook.Failures;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LockoutTest {
    private static final Duration WINDOW = LIMITS.lockout();

    private final Door door = new Door();

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void locksAnAccountAfterTenWrongPasswords() {
        Instant until = door.time.now().plus(WINDOW);
        for (int guess = 0; guess < 10; guess++) {
            assertThat(door.admit("router", "guess " + guess, STRANGER)).isEqualTo(new Admission.Refused());
        }

        assertThat(door.admit("router", "secret", STRANGER)).isEqualTo(new Admission.LockedOut(until));
        assertThat(door.gatekeeper.lockouts()).containsExactly(new Lockout("user router", 10, until));
    }

    @Test
    void opensAgainWhenTheWindowEnds() {
        door.guess("router", 10, STRANGER);

        door.time.advance(WINDOW.minusNanos(1));
        assertThat(door.admit("router", "secret", STRANGER)).isInstanceOf(Admission.LockedOut.class);
        door.time.advance(Duration.ofNanos(1));
        assertThat(door.admit("router", "secret", STRANGER)).isInstanceOf(Admission.Admitted.class);
        assertThat(door.gatekeeper.lockouts()).isEmpty();
    }

    @Test
    void locksAgainAfterTenMoreInTheNextWindow() {
        door.guess("router", 10, STRANGER);
        door.time.advance(WINDOW);

        for (int guess = 0; guess < 10; guess++) {
            assertThat(door.admit("router", "another " + guess, STRANGER)).isEqualTo(new Admission.Refused());
        }

        assertThat(door.admit("router", "secret", STRANGER)).isInstanceOf(Admission.LockedOut.class);
    }

    @Test
    void tellsALockOnce() {
        Instant until = door.time.now().plus(WINDOW);
        door.guess("router", 30, STRANGER);

        assertThat(door.lockedOut()).containsExactly(new WebhookEvent.LockedOut("user router", until));
    }

    @Test
    void stopsAGuesserWithManyAddresses() {
        for (int guess = 0; guess < 10; guess++) {
            door.guess("router", 1, address("198.51.100." + guess));
        }

        assertThat(door.admit("router", "secret", address("192.0.2.99"))).isInstanceOf(Admission.LockedOut.class);
    }

    @Test
    void locksAnAddressAfterAHundredWrongPasswordsForAnyone() {
        for (int guess = 0; guess < 100; guess++) {
            door.guess("name " + guess, 1, STRANGER);
        }

        assertThat(door.admit("router", "secret", STRANGER)).isInstanceOf(Admission.LockedOut.class);
        assertThat(door.admit("router", "secret", HOME)).isInstanceOf(Admission.Admitted.class);
        assertThat(door.gatekeeper.lockouts()).extracting(Lockout::subject).containsExactly("address 198.51.100.1");
    }

    @Test
    void takesAnIpv6SubscriberForOneAddress() {
        for (int guess = 0; guess < 100; guess++) {
            door.guess("name " + guess, 1, address("2001:db8:1:2::" + guess));
        }

        assertThat(door.admit("router", "secret", address("2001:db8:1:2:ffff::1")))
                .isInstanceOf(Admission.LockedOut.class);
        assertThat(door.admit("router", "secret", address("2001:db8:1:3::1"))).isInstanceOf(Admission.Admitted.class);
        assertThat(door.gatekeeper.lockouts())
                .extracting(Lockout::subject)
                .containsExactly("address 2001:db8:1:2::/64");
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "203.0.113.7, 203.0.200.1",
        "2001:db8:1:2::1, 2001:db8:1:2::ffff",
        "2001:db8:1:2::1, 2001:db8:ffff::1"
    })
    void keepsNoRouterOutForWhatStrangersDo(String before, String now) {
        door.admit("router", "secret", address(before));

        door.guess("router", 30, STRANGER);

        assertThat(door.admit("router", "secret", address(now))).isInstanceOf(Admission.Admitted.class);
        assertThat(door.admit("router", "secret", STRANGER)).isInstanceOf(Admission.LockedOut.class);
    }

    @Test
    void keepsNoRouterOutForWhatNeighboursDoBehindTheSameAddress() {
        door.admit("router", "secret", HOME);
        for (int guess = 0; guess < 100; guess++) {
            door.guess("name " + guess, 1, HOME);
        }

        assertThat(door.admit("router", "secret", HOME)).isInstanceOf(Admission.Admitted.class);
        assertThat(door.admit("nas", "other", HOME)).isInstanceOf(Admission.LockedOut.class);
    }

    @Test
    void keepsNoRouterOutForWhatItsNeighbourhoodDoes() {
        door.admit("router", "secret", HOME);
        door.guess("router", 30, address("203.0.200.1"));

        assertThat(door.admit("router", "secret", HOME)).isInstanceOf(Admission.Admitted.class);
        assertThat(door.gatekeeper.lockouts())
                .extracting(Lockout::subject)
                .containsExactly("user router: from 203.0.0.0/16");
    }

    @Test
    void locksAnAccountEvenWhereItHasLoggedIn() {
        door.admit("router", "secret", HOME);
        door.guess("router", 10, HOME);

        assertThat(door.admit("router", "secret", HOME)).isInstanceOf(Admission.LockedOut.class);
        assertThat(door.gatekeeper.lockouts())
                .extracting(Lockout::subject)
                .containsExactly("user router: from 203.0.113.7");
    }

    @Test
    void forgivesNobodyBecauseTheRouterLogsInMeanwhile() {
        door.admit("router", "secret", HOME);
        for (int guess = 0; guess < 10; guess++) {
            door.guess("router", 1, address("198.51.100." + guess));
            door.admit("router", "secret", HOME);
        }

        assertThat(door.admit("router", "secret", STRANGER)).isInstanceOf(Admission.LockedOut.class);
    }

    @Test
    void locksOneAccountAndNoOther() {
        door.guess("router", 10, STRANGER);

        assertThat(door.admit("nas", "other", STRANGER)).isInstanceOf(Admission.Admitted.class);
    }

    @Test
    void countsTheSameWrongPasswordOnceInAWindow() {
        for (int minute = 0; minute < 24 * 60; minute++) {
            assertThat(door.admit("router", "old", HOME)).isEqualTo(new Admission.Refused());
            door.time.advance(Duration.ofMinutes(1));
        }

        assertThat(door.lockedOut()).isEmpty();
        assertThat(door.admit("router", "secret", HOME)).isInstanceOf(Admission.Admitted.class);
    }

    @Test
    void tellsEachRepetition() {
        door.admit("router", "old", HOME);
        door.admit("router", "old", HOME);

        assertThat(door.denied())
                .extracting(WebhookEvent.Denied::reason)
                .containsExactly("the password is wrong", "the same wrong password as before");
    }

    @Test
    void behavesForNamesThatNobodyHasAsForThoseOfUsers() {
        door.guess("nobody", 10, STRANGER);

        assertThat(door.admit("nobody", "more", STRANGER))
                .isEqualTo(new Admission.LockedOut(door.time.now().plus(WINDOW)));
        assertThat(door.gatekeeper.lockouts()).isEmpty();
        assertThat(door.lockedOut()).isEmpty();
    }

    @Test
    void letsNobodyLockAnAccountFromWhereItMayNotCome() {
        door.gatekeeper.reconfigure(List.of(user("router", Hashes.SECRET, "203.0.113.0/24")), LIMITS);
        door.guess("router", 30, STRANGER);

        assertThat(door.admit("router", "secret", HOME)).isInstanceOf(Admission.Admitted.class);
        assertThat(door.gatekeeper.lockouts()).isEmpty();
    }

    @Test
    void survivesARestart() {
        door.guess("router", 10, STRANGER);
        for (int guess = 0; guess < 100; guess++) {
            door.guess("name " + guess, 1, address("192.0.2.1"));
        }

        door.restart();

        assertThat(door.admit("router", "secret", STRANGER)).isInstanceOf(Admission.LockedOut.class);
        assertThat(door.admit("nas", "other", address("192.0.2.1"))).isInstanceOf(Admission.LockedOut.class);
        assertThat(door.gatekeeper.lockouts())
                .extracting(Lockout::subject)
                .containsExactly("address 192.0.2.1", "user router");
    }

    @Test
    void survivesARestartWhereTheAccountIsAtHome() {
        door.admit("router", "secret", HOME);
        door.guess("router", 10, HOME);

        door.restart();

        assertThat(door.gatekeeper.lockouts())
                .extracting(Lockout::subject)
                .containsExactly("user router: from 203.0.113.7");
    }

    @Test
    void learnsAtTheNextFailureWhatOtherServersCounted() {
        Gatekeeper second = new Gatekeeper(
                List.of(user("router", Hashes.SECRET)), LIMITS, door.store.failures(), door.time, event -> {});
        door.guess("router", 10, STRANGER);

        second.admit(List.of(new Credentials("router", "one more")), STRANGER)
                .toCompletableFuture()
                .join();

        assertThat(second.lockouts())
                .containsExactly(new Lockout("user router", 11, door.time.now().plus(WINDOW)));
        second.close();
    }

    @Test
    void locksNobodyByTheFailuresOfAClockThatWasWrong() {
        Instant future = door.time.now().plus(Duration.ofDays(1_000));
        for (int failure = 0; failure < 10; failure++) {
            door.store.failures().add("user router", future, WINDOW);
        }
        door.restart();

        assertThat(door.admit("router", "secret", STRANGER)).isInstanceOf(Admission.Admitted.class);
    }

    @Test
    void countsAnewWhereAClockWasWrong() {
        InetAddress elsewhere = address("192.0.2.50");
        door.store.failures().add("user router", door.time.now().plus(Duration.ofDays(1_000)), WINDOW);
        door.guess("router", 10, elsewhere);

        assertThat(door.admit("router", "secret", elsewhere)).isInstanceOf(Admission.LockedOut.class);
    }

    @Test
    void notesTheFailureBeforeItAnswers() {
        door.guess("router", 1, STRANGER);

        assertThat(door.store.failures().since(Instant.EPOCH))
                .containsExactlyInAnyOrder(
                        new Failures("user router", door.time.now(), 1),
                        new Failures("address 198.51.100.1", door.time.now(), 1));
    }

    @Test
    void dropsFromTheBookWhatIsOver() {
        door.guess("router", 1, STRANGER);
        door.time.advance(WINDOW.multipliedBy(2));
        door.guess("nas", 1, HOME);

        assertThat(door.store.failures().since(Instant.EPOCH))
                .extracting(Failures::subject)
                .containsExactlyInAnyOrder("user nas", "address 203.0.113.7");
    }
}
