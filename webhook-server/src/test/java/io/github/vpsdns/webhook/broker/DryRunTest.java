// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.broker;

import static io.github.vpsdns.webhook.broker.BrokerWorld.VALUE;
import static io.github.vpsdns.webhook.broker.BrokerWorld.body;
import static io.github.vpsdns.webhook.broker.BrokerWorld.text;
import static io.github.vpsdns.webhook.broker.BrokerWorld.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.webhook.settings.BrokerSettings;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A broker that writes nothing, with a value left from before whose time is over. */
@Timeout(60)
class DryRunTest {
    private static final String FQDN = "_acme-challenge.example.com.";
    private static final BrokerSettings DRY = new BrokerSettings(
            BrokerSettings.DEFAULT.ttl(), Duration.ofHours(6), null, BrokerSettings.Registration.CLOSED, true);

    private final BrokerWorld world = new BrokerWorld();

    @BeforeEach
    void leaveOne() {
        world.present("lego", body(FQDN, VALUE));
        world.broker().reconfigure(DRY);
        world.time.advance(Duration.ofHours(7));
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void whatHasExpiredStays() {
        world.broker().sweep();

        // Behind the sweep at the same desk, and in the same backlog.
        world.present("other", body(FQDN, value(2)));
        await().during(Duration.ofMillis(300))
                .untilAsserted(() -> assertThat(world.texts("example.com")).containsExactly(VALUE));
    }

    @Test
    void whoPresentsIsToldThatNothingIsWritten() {
        assertThat(text(world.present("other", body(FQDN, value(2)))))
                .isEqualTo("503 {\"error\":\"the server is on a dry run and writes nothing\"}");
        assertThat(world.store.challenges().all()).hasSize(1);
    }

    @Test
    void whoCleansUpIsToldThatNothingIsRemoved() {
        assertThat(world.cleanup("lego", body(FQDN, VALUE)).status()).isEqualTo(503);
        assertThat(world.texts("example.com")).containsExactly(VALUE);
    }

    @Test
    void whatHasExpiredGoesAfterIt() {
        world.broker().sweep();
        world.broker().reconfigure(BrokerSettings.DEFAULT);
        world.broker().sweep();

        await().untilAsserted(() -> assertThat(world.texts("example.com")).isEmpty());
    }
}
