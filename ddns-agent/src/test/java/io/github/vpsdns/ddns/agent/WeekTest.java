// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.ddns.settings.AddressRule;
import io.github.vpsdns.ddns.settings.AgentSettings;
import io.github.vpsdns.sandbox.control.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A week in which every other hour brings something: addresses that change, sources that contradict themselves, an API that is away or
 * asks for patience, tokens that are replaced, clocks that are set, edits by others, restarts. Each calm hour ends with the right
 * records, for as many calls as there were comparisons.
 */
class WeekTest {
    private static final String[] NAMES = {"home.example.com", "www.example.com", "nas.example.com"};
    private static final int HOURS = 7 * 24;

    @TempDir
    private Path directory;

    private AgentWorld world;
    private Random random;
    private String four = "192.0.2.1";
    private String six = "2001:db8::1";

    private static AgentSettings settings() {
        Map<Family, AddressRule> rules = new EnumMap<>(Family.class);
        rules.put(Family.IPV4, AddressRule.of(AgentWorld.REMOTE));
        rules.put(Family.IPV6, AddressRule.of(AgentWorld.LOCAL));
        return AgentWorld.seldom(AgentWorld.settings(rules, NAMES));
    }

    @Test
    void everyCalmHourEndsRight() {
        random = new Random(20);
        try (AgentWorld opened = new AgentWorld(directory, settings())) {
            world = opened;
            world.edit("other", "A", "198.51.100.8");
            tell();
            world.start();
            for (int hour = 0; hour < HOURS; hour += 2) {
                int kind = random.nextInt(11);
                episode(kind);
                tell();
                world.pass(Duration.ofMinutes(45));
                world.forgetCalls();
                world.pass(Duration.ofHours(1));
                check("hour " + hour + " after episode " + kind);
            }
        }
    }

    private void tell() {
        world.host.remote(four);
        world.host.local(six);
    }

    private void check(String when) {
        for (String name : NAMES) {
            assertThat(world.values(name, "A")).as("%s: %s A", when, name).containsExactly(four);
            assertThat(world.values(name, "AAAA")).as("%s: %s AAAA", when, name).containsExactly(six);
        }
        assertThat(world.values("other.example.com", "A")).as(when).containsExactly("198.51.100.8");
        assertThat(world.calls())
                .as("%s: calls", when)
                .containsOnly("GET /dns-zones/*/records/")
                .hasSize(12);
    }

    /** Takes a quarter of an hour at most. */
    private void episode(int kind) {
        switch (kind) {
            case 0 -> four = "192.0.2." + (2 + random.nextInt(200));
            case 1 -> six = "2001:db8::" + Integer.toHexString(2 + random.nextInt(60000));
            case 2 -> flap();
            case 3 -> during(Fault.drop().always());
            case 4 -> during(Fault.status(503).always());
            case 5 -> world.sandbox.faults().add(Fault.status(429, Duration.ofMinutes(random.nextInt(20))));
            case 6 -> replaceToken();
            case 7 -> world.time.jump(Duration.ofMinutes(random.nextInt(600) - 300L));
            case 8 -> world.edit(List.of("home", "www", "nas").get(random.nextInt(3)), "A", "203.0.113.66", four);
            case 9 -> unknown();
            default -> world.restart();
        }
    }

    private void flap() {
        for (int i = 0; i < 20; i++) {
            world.host.remote("203.0.113." + (1 + i));
            world.loop.trackers().lookNow();
            world.settle();
            world.host.remote(four);
            world.pass(Duration.ofSeconds(40));
            assertThat(world.values(NAMES[0], "A")).as("flapping").containsExactly(four);
        }
    }

    private void during(Fault fault) {
        world.sandbox.faults().add(fault);
        four = "192.0.2." + (2 + random.nextInt(200));
        tell();
        world.pass(Duration.ofMinutes(5 + random.nextInt(10)));
        world.sandbox.faults().clear();
    }

    private void replaceToken() {
        world.sandbox.faults().add(Fault.status(401).always());
        six = "2001:db8::" + Integer.toHexString(2 + random.nextInt(60000));
        tell();
        world.pass(Duration.ofMinutes(10));
        world.sandbox.faults().clear();
        world.token(world.sandbox.token());
    }

    private void unknown() {
        world.host.unknown(Family.IPV4, "no answer", null);
        world.host.unknown(Family.IPV6, "eth0 is down", null);
        world.pass(Duration.ofMinutes(10));
    }
}
