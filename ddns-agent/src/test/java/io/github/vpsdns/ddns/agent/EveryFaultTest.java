// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.ddns.settings.AgentSettings;
import io.github.vpsdns.sandbox.control.Fault;
import io.github.vpsdns.sandbox.control.Garbage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever goes wrong at whichever call, once or for long: in the end the records are right and nothing else was touched. */
class EveryFaultTest {
    private static final String HOME = "home.example.com";
    private static final AgentSettings SETTINGS =
            AgentWorld.seldom(AgentWorld.local(Family.IPV4, HOME, "www.example.com"));

    /** More calls than the client itself repeats. */
    private static final int LONG = 12;

    @TempDir
    private Path directory;

    private int worlds;

    private interface Journey {
        void go(AgentWorld world);
    }

    static Stream<Arguments> faults() {
        Map<String, Fault> faults = new java.util.LinkedHashMap<>();
        // One of each that is treated alike.
        for (int status : new int[] {400, 401, 404, 500, 503}) {
            faults.put("status " + status, Fault.status(status));
        }
        faults.put("429, come again", Fault.status(429, Duration.ofSeconds(90)));
        faults.put("503, come again", Fault.status(503, Duration.ofSeconds(90)));
        faults.put("dropped", Fault.drop());
        faults.put("dropped when done", Fault.drop().afterCommit());
        faults.put("500 when done", Fault.status(500).afterCommit());
        faults.put("truncated", Fault.truncate());
        for (Garbage garbage : Garbage.values()) {
            faults.put("garbage " + garbage.wireName(), Fault.garbage(garbage));
        }
        return faults.entrySet().stream().map(fault -> Arguments.of(fault.getKey(), fault.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void firstRun(String name, Fault fault) {
        everywhere(fault, world -> {}, world -> world.host.local("192.0.2.1"), "192.0.2.1");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void change(String name, Fault fault) {
        everywhere(fault, world -> world.host.local("192.0.2.1"), world -> world.host.local("192.0.2.2"), "192.0.2.2");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void comparison(String name, Fault fault) {
        everywhere(
                fault,
                world -> world.host.local("192.0.2.1"),
                world -> {
                    world.edit("home", "A", "203.0.113.66", "192.0.2.1", "192.0.2.1");
                    world.edit("www", "A");
                    world.loop.lookAtEverything();
                },
                "192.0.2.1");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void withdrawal(String name, Fault fault) {
        everywhere(fault, world -> world.host.local("192.0.2.1"), world -> world.loop.withdraw(), null);
    }

    private void everywhere(Fault fault, Journey before, Journey journey, String expected) {
        int calls = run(fault.on("NONE", "/none"), before, journey, expected, "no fault");
        for (int call = 0; call < calls; call++) {
            run(fault.skip(call), before, journey, expected, "at call " + (call + 1));
        }
        // What lasts strikes the later calls as well: the first and the last one to begin with are enough.
        run(fault.times(LONG), before, journey, expected, "from the first call");
        run(fault.skip(calls - 1).times(LONG), before, journey, expected, "from the last call");
    }

    /** Returns how many calls the journey took by itself. */
    private int run(Fault fault, Journey before, Journey journey, String expected, String when) {
        try (AgentWorld world = new AgentWorld(directory.resolve("world" + ++worlds), SETTINGS)) {
            world.edit("home", "TXT", "hello");
            world.edit("other", "A", "198.51.100.8");
            before.go(world);
            world.start();
            world.pass(Duration.ofMinutes(1));
            world.forgetCalls();
            world.sandbox.faults().add(fault);
            journey.go(world);
            world.pass(Duration.ofMinutes(1));
            int calls = world.callCount();
            world.pass(Duration.ofMinutes(10));
            world.sandbox.faults().clear();
            world.token(world.sandbox.token());
            List<String> want = expected == null ? List.of() : List.of(expected);
            world.passUntil(
                    () -> world.values(HOME, "A").equals(want)
                            && world.values("www.example.com", "A").equals(want),
                    Duration.ofMinutes(70));
            world.pass(Duration.ofMinutes(2));

            assertThat(world.values(HOME, "A")).as(when).isEqualTo(want);
            assertThat(world.values("www.example.com", "A")).as(when).isEqualTo(want);
            assertThat(world.values(HOME, "TXT")).as(when).containsExactly("hello");
            assertThat(world.values("other.example.com", "A")).as(when).containsExactly("198.51.100.8");
            List<String> all = new ArrayList<>(world.calls());
            all.removeIf("GET /dns-zones/*/records/"::equals);
            assertThat(all).as("%s: calls but listings", when).hasSizeLessThan(60);
            return calls;
        }
    }
}
