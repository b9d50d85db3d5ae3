// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.broker;

import static io.github.vpsdns.webhook.broker.BrokerWorld.VALUE;
import static io.github.vpsdns.webhook.broker.BrokerWorld.body;
import static io.github.vpsdns.webhook.broker.BrokerWorld.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.sandbox.control.Fault;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients that wait no longer than they do. */
@Timeout(60)
class PatienceTest {
    private static final String FQDN = "_acme-challenge.example.com.";

    private final BrokerWorld world = new BrokerWorld(Duration.ofMillis(300));

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void whoIsNotAnsweredInTimeIsToldAndTheValueWithdrawn() {
        world.sandbox.faults().add(Fault.delay(Duration.ofSeconds(1)).on("POST", "/dns-zones/*/records/"));

        assertThat(text(world.present("lego", body(FQDN, VALUE))))
                .isEqualTo("503 {\"error\":\"the API did not answer in time; the value is being withdrawn\"}");

        await().until(() -> world.sandbox.calls().count("DELETE", "/**") == 1);
        await().untilAsserted(() -> assertThat(world.store.challenges().all()).isEmpty());
        assertThat(world.texts("example.com")).isEmpty();
    }

    @Test
    void aCleanupThatIsNotAnsweredInTimeIsDoneAllTheSame() {
        world.present("lego", body(FQDN, VALUE));
        world.sandbox.faults().add(Fault.delay(Duration.ofSeconds(1)).on("DELETE", "/**"));

        assertThat(world.cleanup("lego", body(FQDN, VALUE)).status()).isEqualTo(503);

        await().untilAsserted(() -> assertThat(world.texts("example.com")).isEmpty());
        await().untilAsserted(() -> assertThat(world.store.challenges().all()).isEmpty());
    }

    @Test
    void whatIsUnderWayWhenTheServerStopsIsFinished() {
        world.sandbox.faults().add(Fault.delay(Duration.ofSeconds(1)).on("POST", "/dns-zones/*/records/"));
        world.broker()
                .present(
                        new Challenge(new TxtValue(io.github.vpsdns.core.name.DomainName.of(FQDN), VALUE), "lego"),
                        false);
        await().until(() -> world.sandbox.calls().count("GET", "/dns-zones/*/records/") == 1);

        world.restart();

        await().untilAsserted(() -> assertThat(world.texts("example.com")).isEmpty());
        await().untilAsserted(() -> assertThat(world.store.challenges().all()).isEmpty());
        assertThat(world.sandbox.calls().count("POST", "/dns-zones/*/records/")).isEqualTo(1);
    }
}
