// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.sandbox.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SandboxStateTest {
    private final ManualClock clock = new ManualClock();
    private final SandboxState state = new SandboxState(clock, null);
    private final SandboxZones zones = new SandboxZones(state, "me");

    private long serial() {
        return zones.find("example.com").orElseThrow().serial();
    }

    @Test
    void serialIsTheDateAndGrowsWithEachChange() {
        zones.create("example.com");
        assertThat(serial()).isEqualTo(2026011500L);

        zones.add("example.com", "x", "TXT", "a");
        assertThat(serial()).isEqualTo(2026011501L);

        clock.advance(Duration.ofDays(1));
        zones.add("example.com", "x", "TXT", "b");
        assertThat(serial()).isEqualTo(2026011600L);
    }

    @Test
    void manyRecordsAreOneChange() {
        zones.create("example.com");
        long before = serial();
        Map<String, String> addresses = new LinkedHashMap<>();
        IntStream.range(0, 300).forEach(number -> addresses.put("host" + number, "192.0.2." + number % 250));

        zones.addAll("example.com", "A", addresses);

        assertThat(serial()).isEqualTo(before + 1);
        assertThat(zones.records("example.com"))
                .extracting(SandboxRecord::name)
                .containsExactlyElementsOf(addresses.keySet());
    }

    @Test
    void editThatChangesNothingKeepsTheSerial() {
        zones.create("example.com");
        long before = serial();

        zones.remove("example.com", "no such record");

        assertThat(serial()).isEqualTo(before);
    }

    @Test
    void concurrentEditsAreAllThereAndHeardInOrder() throws Exception {
        zones.create("example.com");
        List<Long> heard = Collections.synchronizedList(new ArrayList<>());
        state.listen(new ZoneListener() {
            @Override
            public void changed(SandboxZone zone) {
                heard.add(zone.serial());
            }

            @Override
            public void removed(String domain) {
                heard.add(-1L);
            }
        });
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<SandboxRecord>> edits = IntStream.range(0, 200)
                    .<Callable<SandboxRecord>>mapToObj(i -> () -> zones.add("example.com", "x" + i, "TXT", "v"))
                    .toList();
            for (var edit : threads.invokeAll(edits)) {
                edit.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(zones.records("example.com")).hasSize(200);
        assertThat(heard).hasSize(201).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void tokensPrintWithoutTheirSecret() {
        AccessToken token = state.issueToken("me", "laptop", Set.of(Permission.LIST));

        assertThat(token.toString()).contains("laptop").doesNotContain(token.secret());
        assertThat(token.secret()).startsWith("vps_");
    }

    @Test
    void zoneThatIsNotThereIsNamedWithThoseThatAre() {
        zones.create("example.com");

        assertThatThrownBy(() -> zones.records("example.org"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The account has no zone example.org; it has [example.com].");
    }

    @Test
    void recordsAreFoundByAnyFormOfTheirName() {
        zones.create("example.com");
        SandboxRecord stored = zones.add("example.com", "www.Example.com.", "TXT", "a");

        assertThat(zones.records("example.com", "www", "TXT")).containsExactly(stored);
        assertThat(zones.records("example.com", "@", "TXT")).isEmpty();
    }
}
