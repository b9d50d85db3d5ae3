// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.broker;

import static io.github.vpsdns.webhook.broker.BrokerWorld.VALUE;
import static io.github.vpsdns.webhook.broker.BrokerWorld.body;
import static io.github.vpsdns.webhook.broker.BrokerWorld.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.webhook.store.ChallengeBook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A process that ends at any step, and what the next one makes of it. */
@Timeout(60)
class RestartTest {
    private static final String FQDN = "_acme-challenge.example.com.";
    private static final DomainName NAME = DomainName.of(FQDN);

    private final BrokerWorld world = new BrokerWorld();

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void aValueStandsOverARestart() {
        world.present("lego", body(FQDN, VALUE));

        world.restart();

        assertThat(world.texts("example.com")).containsExactly(VALUE);
        assertThat(world.cleanup("lego", body(FQDN, VALUE)).status()).isEqualTo(200);
        assertThat(world.texts("example.com")).isEmpty();
    }

    @Test
    void whatWasNotedAndNeverWrittenIsForgotten() {
        note("lego", VALUE, world.time.now().plus(Notes.UNCONFIRMED));

        world.time.advance(Duration.ofMinutes(6));
        world.restart();

        await().untilAsserted(() -> assertThat(world.store.challenges().all()).isEmpty());
        assertThat(world.writes()).isZero();
    }

    @Test
    void whatWasWrittenAndNeverConfirmedIsRemoved() {
        note("lego", VALUE, world.time.now().plus(Notes.UNCONFIRMED));
        world.sandbox.zones().add("example.com", "_acme-challenge", "TXT", VALUE);
        world.sandbox.zones().add("example.com", "_acme-challenge", "TXT", value(7));

        world.time.advance(Duration.ofMinutes(6));
        world.restart();

        await().untilAsserted(() -> assertThat(world.store.challenges().all()).isEmpty());
        assertThat(world.texts("example.com")).containsExactly(value(7));
    }

    @Test
    void whatWasTakenBackIsRemovedAtTheStart() {
        world.present("lego", body(FQDN, VALUE));
        note("lego", VALUE, Instant.EPOCH);

        world.restart();

        await().untilAsserted(() -> assertThat(world.texts("example.com")).isEmpty());
    }

    @Test
    void whatWasRemovedAndNotForgottenIsForgotten() {
        note("lego", VALUE, Instant.EPOCH);

        world.restart();

        await().untilAsserted(() -> assertThat(world.store.challenges().all()).isEmpty());
    }

    @Test
    void whatExpiredMeanwhileIsRemovedAtTheStart() {
        world.present("lego", body(FQDN, value(1)));
        world.present("other", body(FQDN, value(2)));
        world.broker().close();
        world.time.advance(Duration.ofHours(7));

        world.restart();

        await().untilAsserted(() -> assertThat(world.texts("example.com")).isEmpty());
    }

    @Test
    void whatComesAfterTheEndIsToldSo() {
        world.broker().close();

        assertThat(world.present("lego", body(FQDN, VALUE)).status()).isEqualTo(503);
        assertThat(world.texts("example.com")).isEmpty();
    }

    @Test
    void aClientThatPresentsAgainAfterACrashIsServed() {
        note("lego", VALUE, world.time.now().plus(Notes.UNCONFIRMED));
        world.sandbox.zones().add("example.com", "_acme-challenge", "TXT", VALUE);
        world.restart();

        assertThat(world.present("lego", body(FQDN, VALUE)).status()).isEqualTo(200);
        assertThat(world.cleanup("lego", body(FQDN, VALUE)).status()).isEqualTo(200);

        assertThat(world.texts("example.com")).isEmpty();
    }

    private void note(String owner, String value, Instant end) {
        ChallengeBook.Value row = new Challenge(new TxtValue(NAME, value), owner).until(end);
        world.store.challenges().put(row);
        assertThat(world.store.challenges().all()).isEqualTo(List.of(row));
    }
}
