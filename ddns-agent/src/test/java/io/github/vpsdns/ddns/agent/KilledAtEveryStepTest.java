// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.file.Disk;
import io.github.vpsdns.core.testing.FaultyDisk;
import io.github.vpsdns.ddns.settings.AgentSettings;
import io.github.vpsdns.ddns.settings.DriftPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A process is killed at each step of the disk and around each of its calls: the next life has the records right at once, though it
 * leaves alone what others do, and touches nothing else.
 */
class KilledAtEveryStepTest {
    private static final String HOME = "home.example.com";
    private static final AgentSettings SETTINGS =
            AgentWorld.with(DriftPolicy.LEAVE, AgentWorld.local(Family.IPV4, HOME, "www.example.com"));

    @TempDir
    private Path directory;

    private int worlds;

    /** What this life and the next one find as the host's address; empty at first for no records at all. */
    @ParameterizedTest
    @CsvSource({"'', 192.0.2.1, 192.0.2.1", "192.0.2.1, 192.0.2.2, 192.0.2.2", "192.0.2.1, 192.0.2.2, 192.0.2.1"})
    void atTheDisk(String before, String now, String then) {
        int step = 0;
        boolean died = true;
        while (died) {
            step++;
            died = dies(before, now, then, new FaultyDisk(FaultyDisk.Fault.CRASHES, step), 0, false);
        }
        assertThat(step).as("steps of the disk").isGreaterThan(8);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 192.0.2.1, 192.0.2.1, false",
        "'', 192.0.2.1, 192.0.2.1, true",
        "192.0.2.1, 192.0.2.2, 192.0.2.2, false",
        "192.0.2.1, 192.0.2.2, 192.0.2.2, true",
        "192.0.2.1, 192.0.2.2, 192.0.2.1, false",
        "192.0.2.1, 192.0.2.2, 192.0.2.1, true"
    })
    void aroundACall(String before, String now, String then, boolean done) {
        int call = 0;
        boolean died = true;
        while (died) {
            call++;
            died = dies(before, now, then, Disk.local(), call, done);
        }
        assertThat(call).as("calls").isGreaterThan(2);
    }

    @Test
    void aWithdrawalThatWasBrokenOffIsFinishedByTheNext() {
        for (int call = 1; call <= 4; call++) {
            try (AgentWorld world = world()) {
                world.host.local("192.0.2.1");
                world.start().stop();
                world.dieAt(call, true).start();
                live(() -> {
                    world.loop.withdraw();
                    world.settle();
                });
                world.kill();
                world.dieAt(0, false).start();
                world.loop.withdraw();
                world.settle();
                assertThat(world.values(HOME, "A")).isEmpty();
                assertThat(world.values("www.example.com", "A")).isEmpty();
            }
        }
    }

    private AgentWorld world() {
        return new AgentWorld(directory.resolve("world" + ++worlds), SETTINGS);
    }

    private boolean dies(String before, String now, String then, Disk disk, int call, boolean done) {
        try (AgentWorld world = world()) {
            world.edit("home", "TXT", "hello");
            if (!before.isEmpty()) {
                world.host.local(before);
                world.start().stop();
            }
            world.host.local(now);
            boolean died = live(() -> {
                world.on(disk).dieAt(call, done).start();
                world.pass(Duration.ofSeconds(5));
                world.stop();
            });
            world.kill();
            world.host.local(then);
            world.on(Disk.local()).dieAt(0, false).start();
            String when = "killed at " + call + " of " + disk;
            assertThat(world.values(HOME, "A")).as(when).isEqualTo(List.of(then));
            assertThat(world.values("www.example.com", "A")).as(when).isEqualTo(List.of(then));
            assertThat(world.values(HOME, "TXT")).as(when).containsExactly("hello");
            return died;
        }
    }

    private static boolean live(Runnable life) {
        try {
            life.run();
            return false;
        } catch (FaultyDisk.Crash end) {
            return true;
        }
    }
}
