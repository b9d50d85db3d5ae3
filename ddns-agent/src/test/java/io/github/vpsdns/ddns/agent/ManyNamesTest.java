// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.sandbox.control.Fault;
import io.github.vpsdns.sandbox.state.SandboxRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thousand names on one agent. */
class ManyNamesTest {
    private static final int NAMES = 1000;

    @TempDir
    private Path directory;

    private AgentWorld world;

    @BeforeEach
    void start() {
        String[] names = IntStream.range(0, NAMES)
                .mapToObj(i -> "n" + i + ".example.com")
                .toArray(String[]::new);
        world = new AgentWorld(directory, AgentWorld.local(Family.IPV4, names));
        IntStream.range(0, NAMES).forEach(i -> world.sandbox.zones().add("example.com", "n" + i, "A", "203.0.113.1"));
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private void assertAllAre(String address) {
        assertThat(world.sandbox.zones().records("example.com"))
                .hasSize(NAMES)
                .extracting(SandboxRecord::value)
                .containsOnly(address);
    }

    @Test
    void takeOneListingAndOnePatchEach() {
        world.host.local("192.0.2.1");
        world.start();

        assertAllAre("192.0.2.1");
        assertThat(world.sandbox.calls().count("PATCH", "/**")).isEqualTo(NAMES);
        assertThat(world.callCount()).isEqualTo(1 + 1 + NAMES);

        world.forgetCalls();
        world.pass(Duration.ofMinutes(4));
        assertThat(world.calls()).as("unchanged").isEmpty();

        world.host.local("192.0.2.2");
        world.pass(Duration.ofSeconds(2));
        assertAllAre("192.0.2.2");
        assertThat(world.callCount()).as("changed").isEqualTo(NAMES);
    }

    @Test
    void anOutageInTheMiddleTakesAHandfulOfCalls() {
        world.host.local("192.0.2.1");
        world.sandbox.faults().add(Fault.drop().skip(500).always());
        world.start();
        world.pass(Duration.ofMinutes(2));
        assertThat(world.callCount()).isLessThan(500 + 100);

        world.sandbox.faults().clear();
        world.pass(Duration.ofMinutes(10));

        assertAllAre("192.0.2.1");
    }
}
