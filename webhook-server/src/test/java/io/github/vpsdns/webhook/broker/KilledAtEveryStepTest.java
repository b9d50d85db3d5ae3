// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.broker;

import static io.github.vpsdns.webhook.broker.BrokerWorld.VALUE;
import static io.github.vpsdns.webhook.broker.BrokerWorld.get;
import static io.github.vpsdns.webhook.broker.BrokerWorld.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.core.name.DomainName;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process whose last step is one of the store's: whatever it had noted and written by then, the next process puts right. */
@Timeout(60)
class KilledAtEveryStepTest {
    private static final DomainName NAME = DomainName.of("_acme-challenge.example.com");

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14})
    void nothingIsLeftAndNothingOfOthersTouched(int steps) {
        try (BrokerWorld world = new BrokerWorld()) {
            world.sandbox.zones().add("example.com", "_acme-challenge", "TXT", value(1));
            Challenge challenge = new Challenge(new TxtValue(NAME, VALUE), "lego");
            world.broker().close();
            DyingStore dying = new DyingStore(world.store, steps);
            try (ChallengeBroker killed = world.another(dying, Duration.ofSeconds(20))) {
                killed.start();
                settled(killed.present(challenge, false).toCompletableFuture());
                settled(killed.withdraw(challenge).toCompletableFuture());
            }

            world.time.advance(Duration.ofHours(7));
            world.restart();

            await().untilAsserted(
                            () -> assertThat(world.store.challenges().all()).isEmpty());
            assertThat(world.texts("example.com")).containsExactly(value(1));
        }
    }

    /** How it ends is not the matter, but that it does. */
    private static void settled(CompletableFuture<Outcome> answer) {
        boolean ended = get(answer.handle((outcome, failure) -> true));
        assertThat(ended).isTrue();
    }
}
