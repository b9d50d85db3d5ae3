// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.auth;

import static io.github.vpsdns.webhook.auth.Door.HOME;
import static io.github.vpsdns.webhook.auth.Door.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.webhook.report.WebhookEvent;
import io.github.vpsdns.webhook.report.WebhookStatus.Lockout;
import java.net.InetAddress;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AdminGateTest {
    private final Door door = new Door();
    private final AdminGate gate =
            new AdminGate(Hashes.OTHER, Door.LIMITS, door.store.failures(), door.time, door.events::add);

    @AfterEach
    void close() {
        gate.close();
        door.close();
    }

    @Test
    void welcomesWhoHasThePassword() {
        assertThat(signIn("other", HOME)).isEqualTo(new SignIn.Welcome());
    }

    @Test
    void refusesTheWrongPassword() {
        assertThat(signIn("secret", HOME)).isEqualTo(new SignIn.Refused());
        assertThat(door.denied())
                .containsExactly(new WebhookEvent.Denied(null, HOME, "admin page, the password is wrong"));
    }

    @Test
    void locksAfterTenWrongPasswords() {
        for (int guess = 0; guess < 10; guess++) {
            signIn("guess " + guess, STRANGER);
        }

        assertThat(signIn("other", STRANGER))
                .isEqualTo(new SignIn.LockedOut(door.time.now().plus(Door.LIMITS.lockout())));
        assertThat(gate.lockouts()).extracting(Lockout::subject).containsExactly("admin page, user admin");
    }

    @Test
    void countsApartFromUsers() {
        for (int guess = 0; guess < 10; guess++) {
            signIn("guess " + guess, STRANGER);
        }
        door.restart();

        assertThat(door.gatekeeper.lockouts()).isEmpty();
        assertThat(door.admit("router", "secret", STRANGER)).isInstanceOf(Admission.Admitted.class);
    }

    @Test
    void isLockedByNoFailuresOfUsers() {
        door.guess("admin", 30, STRANGER);

        assertThat(signIn("other", STRANGER)).isEqualTo(new SignIn.Welcome());
    }

    @Test
    void remembersLocksOverARestart() {
        for (int guess = 0; guess < 10; guess++) {
            signIn("guess " + guess, STRANGER);
        }

        try (AdminGate restarted =
                new AdminGate(Hashes.OTHER, Door.LIMITS, door.store.failures(), door.time, door.events::add)) {
            assertThat(restarted.admit("other", STRANGER).toCompletableFuture().join())
                    .isInstanceOf(SignIn.LockedOut.class);
        }
    }

    @Test
    void takesAnotherPasswordWhenReconfigured() {
        signIn("other", HOME);

        gate.reconfigure(Hashes.RENEWED, Door.LIMITS);

        assertThat(signIn("other", HOME)).isEqualTo(new SignIn.Refused());
        assertThat(signIn("renewed", HOME)).isEqualTo(new SignIn.Welcome());
    }

    @Test
    void opensAgainWhenTheWindowEnds() {
        for (int guess = 0; guess < 10; guess++) {
            signIn("guess " + guess, STRANGER);
        }

        door.time.advance(Duration.ofMinutes(15));

        assertThat(signIn("other", STRANGER)).isEqualTo(new SignIn.Welcome());
    }

    @Test
    void isBusyWhenFailuresCannotBeNoted() {
        door.store.failing(true);

        assertThat(signIn("wrong", HOME)).isEqualTo(new SignIn.Busy());
    }

    private SignIn signIn(String password, InetAddress client) {
        return gate.admit(password, client).toCompletableFuture().join();
    }
}
