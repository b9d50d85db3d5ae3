// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.update;

import static io.github.vpsdns.webhook.update.UpdateWorld.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.sandbox.control.Fault;
import io.github.vpsdns.sandbox.control.Garbage;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each call fails in each way, often enough that the client's own tries do not help: in the end all is as wanted, once. */
class EveryFaultTest {
    private static final int TRIES = 12;

    static Stream<Arguments> faults() {
        return Stream.of(
                        Fault.status(500).beforeCommit().times(TRIES),
                        Fault.status(500).afterCommit().times(TRIES),
                        Fault.status(503, Duration.ofSeconds(30)).beforeCommit().times(TRIES),
                        Fault.status(429, Duration.ofSeconds(40)).times(TRIES),
                        Fault.status(404).beforeCommit().times(4),
                        Fault.drop().beforeCommit().times(TRIES),
                        Fault.drop().afterCommit().times(TRIES),
                        Fault.truncate().afterCommit().times(TRIES),
                        Fault.garbage(Garbage.HTML).afterCommit().times(TRIES))
                .flatMap(fault -> Stream.of(
                                List.of("", "192.0.2.1"), List.of("192.0.2.1", "192.0.2.2"), List.of("192.0.2.1", ""))
                        // That a record is gone which is to be removed is believed.
                        .filter(addresses -> !addresses.get(1).isEmpty() || !isGone(fault))
                        .map(addresses -> Arguments.of(fault, addresses.get(0), addresses.get(1))));
    }

    private static boolean isGone(Fault fault) {
        return fault.action().equals(Fault.status(404).action());
    }

    @ParameterizedTest
    @MethodSource("faults")
    void atEachCall(Fault fault, String before, String wanted) {
        for (int skip = 0; skip < 4; skip++) {
            try (UpdateWorld world = new UpdateWorld().start()) {
                world.set(HOME, before);
                world.start();
                world.pass(Duration.ofSeconds(20));
                world.sandbox.faults().add(fault.skip(skip));
                world.set(HOME, wanted);
                world.pass(Duration.ofMinutes(90));

                assertThat(world.home())
                        .as("after " + skip + " calls")
                        .isEqualTo(wanted.isEmpty() ? List.of() : List.of(wanted));
                assertThat(world.store.hosts().rows()).allMatch(row -> row.open() == null);
            }
        }
    }
}
