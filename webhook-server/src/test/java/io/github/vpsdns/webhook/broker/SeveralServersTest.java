// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.broker;

import static io.github.vpsdns.webhook.broker.BrokerWorld.VALUE;
import static io.github.vpsdns.webhook.broker.BrokerWorld.get;
import static io.github.vpsdns.webhook.broker.BrokerWorld.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.core.name.DomainName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SeveralServersTest {
    private static final DomainName NAME = DomainName.of("_acme-challenge.example.com");

    private final BrokerWorld world = new BrokerWorld();
    private final ChallengeBroker second = world.another(world.store.shared(), Duration.ofSeconds(20));

    @BeforeEach
    void start() {
        second.start();
    }

    @AfterEach
    void stop() {
        second.close();
        world.close();
    }

    @Test
    void eachCleansUpWhatTheOtherPresented() {
        get(world.broker().present(challenge("lego", VALUE), false).toCompletableFuture());

        assertThat(get(second.withdraw(challenge("lego", VALUE)).toCompletableFuture()))
                .isEqualTo(new Outcome.Done());

        assertThat(world.texts("example.com")).isEmpty();
    }

    @Test
    void aValueStaysForAnOwnerAtTheOtherServer() {
        get(world.broker().present(challenge("lego", VALUE), false).toCompletableFuture());
        get(second.present(challenge("other", VALUE), false).toCompletableFuture());

        get(world.broker().withdraw(challenge("lego", VALUE)).toCompletableFuture());

        assertThat(world.texts("example.com")).containsExactly(VALUE);
    }

    @Test
    void bothSweepAtOnceWithoutFighting() {
        List<CompletableFuture<Outcome>> answers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            ChallengeBroker broker = i % 2 == 0 ? world.broker() : second;
            answers.add(broker.present(challenge("lego", value(i)), false).toCompletableFuture());
        }
        assertThat(answers).allMatch(answer -> get(answer).equals(new Outcome.Done()));
        world.time.advance(Duration.ofHours(7));
        get(world.broker().present(challenge("lego", VALUE), false).toCompletableFuture());

        world.broker().sweep();
        second.sweep();

        await().untilAsserted(() -> assertThat(world.texts("example.com")).containsExactly(VALUE));
        await().untilAsserted(() -> assertThat(world.store.challenges().all()).hasSize(1));
    }

    @Test
    void whatOneNotesWhileTheOtherRemovesItIsThereInTheEnd() {
        for (int round = 0; round < 20; round++) {
            get(world.broker().present(challenge("lego", VALUE), false).toCompletableFuture());
            CompletableFuture<Outcome> gone =
                    world.broker().withdraw(challenge("lego", VALUE)).toCompletableFuture();
            CompletableFuture<Outcome> there =
                    second.present(challenge("other", VALUE), false).toCompletableFuture();
            get(gone);
            assertThat(get(there)).isEqualTo(new Outcome.Done());

            // Both may have made it; a copy more does no harm, and goes with the other.
            await().untilAsserted(() ->
                    assertThat(world.texts("example.com")).contains(VALUE).containsOnly(VALUE));
            get(second.withdraw(challenge("other", VALUE)).toCompletableFuture());
            await().untilAsserted(() -> assertThat(world.texts("example.com")).isEmpty());
            await().untilAsserted(
                            () -> assertThat(world.store.challenges().all()).isEmpty());
        }
    }

    private static Challenge challenge(String owner, String value) {
        return new Challenge(new TxtValue(NAME, value), owner);
    }
}
