// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.update;

import static io.github.vpsdns.webhook.update.UpdateWorld.HOME;
import static io.github.vpsdns.webhook.update.UpdateWorld.changed;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.webhook.update.UpdateWorld.Reply;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A process is killed at each step of the store and around each of its calls: the next life does what was noted, once. */
class KilledAtEveryStepTest {
    /** What the name says before, and what is wanted then; empty for nothing. */
    @ParameterizedTest
    @CsvSource({
        "'', 192.0.2.1, false",
        "'', 192.0.2.1, true",
        "192.0.2.1, 192.0.2.2, false",
        "192.0.2.1, 192.0.2.2, true",
        "192.0.2.1, '', false",
        "192.0.2.1, '', true"
    })
    void aroundACall(String before, String wanted, boolean afterwards) {
        int call = 1;
        while (dies(before, wanted, call, 0, afterwards)) {
            call++;
        }
        assertThat(call).as("calls").isGreaterThan(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 192.0.2.1, false",
        "'', 192.0.2.1, true",
        "192.0.2.1, 192.0.2.2, false",
        "192.0.2.1, 192.0.2.2, true",
        "192.0.2.1, '', false",
        "192.0.2.1, '', true"
    })
    void aroundAnEntry(String before, String wanted, boolean afterwards) {
        int entry = 1;
        while (dies(before, wanted, 0, entry, afterwards)) {
            entry++;
        }
        assertThat(entry).as("entries").isGreaterThan(3);
    }

    private static boolean dies(String before, String wanted, int call, int entry, boolean afterwards) {
        try (UpdateWorld world = new UpdateWorld()) {
            world.edit("home", "TXT", "hello");
            world.start();
            world.set(HOME, before);
            boolean died = false;
            Reply reply = new Reply();
            try {
                world.dieAt(call, entry, afterwards).start();
                world.pass(Duration.ofSeconds(20));
                reply = world.send(false, UpdateWorld.point(HOME, wanted));
                world.pass(Duration.ofSeconds(5));
            } catch (InlineWorkers.Killed e) {
                died = true;
            }
            boolean confirmed = reply.isThere() && reply.one().equals(changed(texts(wanted)));
            boolean noted = world.hosts.accepted.stream()
                    .anyMatch(wish -> wish.addresses().equals(UpdateWorld.addresses(texts(wanted))));
            world.dieAt(0, 0, false).start();
            world.pass(Duration.ofSeconds(5));
            String when = "killed at call " + call + " or entry " + entry;
            assertThat(confirmed && !noted).as(when).isFalse();
            assertThat(world.home()).as(when).isEqualTo(List.of(texts(noted ? wanted : before)));
            assertThat(world.values(HOME, "TXT")).as(when).containsExactly("hello");
            assertThat(world.store.hosts().rows()).as(when).allMatch(row -> row.open() == null);
            return died;
        }
    }

    private static String[] texts(String address) {
        return address.isEmpty() ? new String[0] : new String[] {address};
    }
}
