// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.broker;

import static io.github.vpsdns.webhook.broker.BrokerWorld.VALUE;
import static io.github.vpsdns.webhook.broker.BrokerWorld.body;
import static io.github.vpsdns.webhook.broker.BrokerWorld.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.sandbox.control.Fault;
import io.github.vpsdns.sandbox.control.Garbage;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each call of the API goes wrong in each way, while a value comes and goes. */
@Timeout(120)
class EveryFaultTest {
    private static final String FQDN = "_acme-challenge.example.com.";
    private static final Map<String, Fault> FAULTS = Map.of(
            "500", Fault.status(500),
            "500 after it was done", Fault.status(500).afterCommit(),
            "400", Fault.status(400),
            // Of a removal it would say that the record is gone, and who else should know.
            "404", Fault.status(404).on("GET", "/**"),
            "no answer", Fault.drop(),
            "no answer after it was done", Fault.drop().afterCommit(),
            "a page", Fault.garbage(Garbage.HTML),
            "half an answer", Fault.truncate());

    /** How often a call fails: once, or again and again. */
    static Stream<Arguments> faults() {
        return FAULTS.keySet().stream()
                .flatMap(kind -> IntStream.range(0, 6)
                        .boxed()
                        .flatMap(call -> Stream.of(1, 3).map(times -> Arguments.of(kind, call, times))));
    }

    /** A token that may not do one thing: no more calls are made with it, and another process does what is left. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void whatAReplacedTokenLeavesIsDoneAtTheNextStart(int call) {
        try (BrokerWorld world = new BrokerWorld(Duration.ofSeconds(1), Duration.ofMillis(400))) {
            world.sandbox.faults().add(Fault.status(403).skip(call).always());
            world.present("lego", body(FQDN, VALUE));
            world.cleanup("lego", body(FQDN, VALUE));
            world.sandbox.calls().clear();
            assertThat(world.present("other", body(FQDN, VALUE)).status()).isEqualTo(503);
            assertThat(world.sandbox.calls().all()).isEmpty();

            world.sandbox.faults().clear();
            world.restart();

            await().untilAsserted(
                            () -> assertThat(world.store.challenges().all()).isEmpty());
            assertThat(world.texts("example.com")).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0} at call {1}, {2} times")
    @MethodSource("faults")
    void nothingIsLeftAndNothingOfOthersTouched(String kind, int call, int times) {
        try (BrokerWorld world = new BrokerWorld(Duration.ofSeconds(1), Duration.ofMillis(400))) {
            world.sandbox.zones().add("example.com", "_acme-challenge", "TXT", value(1));
            world.sandbox.zones().add("example.com", "_acme-challenge", "CAA", "0 issue \"ca.example.net\"");
            world.sandbox.faults().add(FAULTS.get(kind).skip(call).times(times));

            boolean presented = world.present("lego", body(FQDN, VALUE)).status() == 200;
            if (presented) {
                assertThat(world.texts("example.com")).contains(VALUE);
            }
            boolean cleaned = world.cleanup("lego", body(FQDN, VALUE)).status() == 200;
            if (cleaned) {
                assertThat(world.texts("example.com")).doesNotContain(VALUE);
            }

            world.sandbox.faults().clear();
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                world.time.advance(Duration.ofMinutes(20));
                world.broker().sweep();
                assertThat(world.store.challenges().all()).isEmpty();
            });
            assertThat(world.texts("example.com")).containsExactly(value(1));
            assertThat(world.sandbox.zones().records("example.com")).hasSize(2);
        }
    }
}
