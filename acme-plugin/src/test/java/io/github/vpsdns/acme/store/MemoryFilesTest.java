// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.acme.schedule.AriPause;
import io.github.vpsdns.acme.schedule.AriWindow;
import io.github.vpsdns.acme.schedule.Issuance;
import io.github.vpsdns.acme.schedule.RenewalMemory;
import io.github.vpsdns.acme.schedule.Trouble;
import io.github.vpsdns.core.file.Disk;
import io.github.vpsdns.core.testing.FaultyDisk;
import io.github.vpsdns.core.testing.FaultyDisk.Fault;
import io.github.vpsdns.core.testing.Trees;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryFilesTest {
    private static final LineageName NAME = new LineageName("example.com");
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Trouble TROUBLE =
            new Trouble(2, NOW, NOW.plusSeconds(60), "store", "no room", true, NOW.plusSeconds(600));
    private static final Issuance ISSUED =
            new Issuance("0a1", URI.create("https://ca.example/dir"), "short", NOW, Duration.ofSeconds(3));
    private static final RenewalMemory FULL = new RenewalMemory(
            new AriWindow("a.b", NOW, NOW.plusSeconds(9), NOW.plusSeconds(1), URI.create("https://ca.example"), NOW),
            new AriPause(0, NOW),
            TROUBLE,
            ISSUED,
            new Issuance("0b2", URI.create("https://ca.example/dir"), null, NOW, null),
            "0a1",
            TROUBLE);

    @TempDir
    private Path state;

    private MemoryFiles files() {
        return new MemoryFiles(state, Disk.local());
    }

    private Path file() {
        return state.resolve("schedule/example.com.json");
    }

    @Test
    void remembersNothingAtFirst() {
        assertThat(files().load(NAME)).isEqualTo(RenewalMemory.EMPTY);
    }

    @Test
    void readsBackAllThatItWrote() {
        assertThat(files().update(NAME, former -> FULL)).isEqualTo(FULL);

        assertThat(files().load(NAME)).isEqualTo(FULL);
        assertThat(files().update(NAME, former -> RenewalMemory.EMPTY)).isEqualTo(RenewalMemory.EMPTY);
        assertThat(files().load(NAME)).isEqualTo(RenewalMemory.EMPTY);
    }

    @Test
    void writesFilesForTheOwnerOnly() {
        assertThat(files().update(NAME, former -> FULL)).isEqualTo(FULL);

        assertThat(file()).isRegularFile();
        assertThat(Trees.openToOthers(state)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"version\": 2}",
                "{\"version\": 1, \"more\": 1}",
                "{\"version\": 1, \"trouble\": {}}",
                "{\"version\": 1, \"trouble\": 3}",
                "{\"version\": 1, \"pause\": {\"failures\": -1, \"until\": \"2026-01-01T00:00:00Z\"}}",
                "{\"version\": 1, \"pause\": {\"failures\": 1, \"until\": \"tomorrow\"}}",
                "{\"version\": 1, \"pause\": {\"failures\": 1, \"until\": \"2026-01-01T00:00:00Z\", \"x\": 1}}"
            })
    void refusesWhatItDoesNotUnderstandAsAWhole(String text) throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), text);
        MemoryFiles files = files();

        assertThatThrownBy(() -> files.load(NAME))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(file().toString());
    }

    @Test
    void beginsAnewWhereItDoesNotUnderstandWhatItWrote() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "{");
        List<RenewalMemory> former = new ArrayList<>();

        assertThat(files().update(NAME, found -> {
                    former.add(found);
                    return FULL;
                }))
                .isEqualTo(FULL);

        assertThat(former).containsExactly(RenewalMemory.EMPTY);
        assertThat(files().load(NAME)).isEqualTo(FULL);
    }

    @Test
    void losesNoChangeOfManyAtATime() throws Exception {
        int threads = 4;
        int changes = 25;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            all.add(pool.submit(() -> {
                MemoryFiles own = files();
                for (int n = 0; n < changes; n++) {
                    RenewalMemory ignored = own.update(
                            NAME,
                            former -> former.withTrouble(next(
                                    former.trouble() == null
                                            ? 0
                                            : former.trouble().failures())));
                }
            }));
        }
        for (Future<?> one : all) {
            one.get(60, TimeUnit.SECONDS);
        }
        pool.shutdown();

        assertThat(files().load(NAME).trouble()).isEqualTo(next(threads * changes - 1));
    }

    private static Trouble next(int failures) {
        return new Trouble(failures + 1, NOW, NOW, "k", "m", false, NOW);
    }

    @Test
    void worksOnAnInterruptedThreadAndKeepsItsFlag() {
        Thread.currentThread().interrupt();

        assertThat(files().update(NAME, former -> FULL)).isEqualTo(FULL);

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void keepsTheFormerMemoryWhereTheDiskIsFullAtWhateverStep() {
        RenewalMemory former = RenewalMemory.EMPTY.withTrouble(TROUBLE);
        assertThat(files().update(NAME, found -> former)).isEqualTo(former);
        FaultyDisk counting = FaultyDisk.none();
        assertThat(new MemoryFiles(state, counting).update(NAME, found -> former.withDeployed("1")))
                .isEqualTo(former.withDeployed("1"));
        assertThat(files().update(NAME, found -> former)).isEqualTo(former);

        for (int step = 1; step < counting.steps(); step++) {
            MemoryFiles full = new MemoryFiles(state, new FaultyDisk(Fault.STAYS_FULL, step));

            assertThatThrownBy(() -> full.update(NAME, found -> FULL)).isInstanceOf(StoreException.class);

            assertThat(files().load(NAME)).as("step %d", step).isEqualTo(former);
        }
        assertThat(counting.steps()).isGreaterThan(2);
    }

    @Test
    void letsOneTellOfACertificateAtATime() {
        try (CertificateStorage.Lock right = files().tryDeploy(NAME).orElseThrow()) {
            assertThat(right).isNotNull();
            assertThat(files().tryDeploy(NAME)).isEmpty();
            assertThat(files().tryDeploy(new LineageName("other"))).isPresent();
        }
        assertThat(files().tryDeploy(NAME)).isPresent();
    }
}
