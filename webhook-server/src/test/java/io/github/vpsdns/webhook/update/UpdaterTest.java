// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.update;

import static io.github.vpsdns.webhook.update.UpdateWorld.HOME;
import static io.github.vpsdns.webhook.update.UpdateWorld.changed;
import static io.github.vpsdns.webhook.update.UpdateWorld.later;
import static io.github.vpsdns.webhook.update.UpdateWorld.point;
import static io.github.vpsdns.webhook.update.UpdateWorld.unchanged;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.core.pace.ApiAccess;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.sandbox.control.Fault;
import io.github.vpsdns.webhook.settings.Limits;
import io.github.vpsdns.webhook.settings.UpdateSettings;
import io.github.vpsdns.webhook.store.MemoryStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The updater with its threads, at the real time. */
class UpdaterTest {
    private static final Limits MANY = new Limits(10, 100, Duration.ofMinutes(15), 60, 10_000);

    private final UpdateWorld world = new UpdateWorld();
    private final MemoryStore store = new MemoryStore();
    private final Updater updater = updater();

    private Updater updater() {
        return new Updater(
                ApiAccess.of(world.access.editor()),
                store,
                UpdateSettings.DEFAULT,
                MANY,
                Timekeeper.system(),
                event -> {});
    }

    @BeforeEach
    void start() {
        updater.start();
    }

    @AfterEach
    void close() {
        updater.close();
        world.close();
    }

    private CompletableFuture<List<HostOutcome>> submit(String... addresses) {
        List<HostUpdate> hosts =
                List.of(addresses).stream().map(address -> point(HOME, address)).toList();
        return updater.submit(new UpdateOrder(hosts, "router", UpdateWorld.CLIENT, false))
                .toCompletableFuture();
    }

    private static HostOutcome outcome(CompletableFuture<List<HostOutcome>> answer) throws Exception {
        return answer.get(10, TimeUnit.SECONDS).get(0);
    }

    @Test
    void anUpdateIsConfirmedAndTheNextOneAtOnce() throws Exception {
        assertThat(outcome(submit("192.0.2.1"))).isEqualTo(changed("192.0.2.1"));
        Awaitility.await().until(() -> submit("192.0.2.1").isDone());

        assertThat(outcome(submit("192.0.2.1"))).isEqualTo(unchanged("192.0.2.1"));
        assertThat(updater.hosts()).hasSize(1);
        assertThat(updater.api().problem()).isNull();
    }

    @Test
    void ofManyThreadsTheLastSubmittedWins() throws Exception {
        List<CompletableFuture<List<HostOutcome>>> answers = IntStream.range(0, 200)
                .mapToObj(i -> submit("203.0.113." + i % 100))
                .toList();
        for (CompletableFuture<List<HostOutcome>> answer : answers) {
            assertThat(outcome(answer)).isNotNull();
        }
        Awaitility.await().until(() -> updater.waiting() == 0);

        assertThat(world.home()).containsExactly("203.0.113.99");
    }

    @Test
    void whatWaitsIsTold() throws Exception {
        world.sandbox.faults().add(Fault.status(429, Duration.ofMinutes(10)).always());

        assertThat(outcome(submit("192.0.2.1"))).isEqualTo(later(true));
        Awaitility.await().until(() -> updater.waiting() == 1);
        assertThat(updater.oldestWait()).isNotNull();
        assertThat(updater.api().problem()).isNotNull();
    }

    @Test
    void closingFinishesTheWriteThatIsUnderWayAndConfirmsIt() throws Exception {
        world.sandbox
                .faults()
                .add(Fault.delay(Duration.ofMillis(700)).on("PATCH", "/**").times(1));
        outcome(submit("192.0.2.1"));
        CompletableFuture<List<HostOutcome>> answer = submit("192.0.2.2");
        Awaitility.await().until(() -> updater.waiting() == 1);
        Awaitility.await().until(() -> world.sandbox.faults().script().get(0).struck() == 1);
        updater.close();

        assertThat(outcome(answer)).isEqualTo(changed("192.0.2.2"));
        assertThat(store.hosts().rows()).allMatch(row -> row.open() == null);
    }

    @Test
    void whatWasNotDoneIsDoneByTheNextLife() throws Exception {
        long fault = world.sandbox
                .faults()
                .add(Fault.status(429, Duration.ofMinutes(10)).always());
        assertThat(outcome(submit("192.0.2.1"))).isEqualTo(later(true));
        updater.close();
        world.sandbox.faults().remove(fault);

        try (Updater next = updater()) {
            next.start();
            Awaitility.await().until(() -> world.home().equals(List.of("192.0.2.1")));
        }
    }

    @Test
    void whoComesAfterTheEndIsToldToComeAgain() throws Exception {
        updater.close();

        assertThat(outcome(submit("192.0.2.1"))).isEqualTo(later(false));
    }

    @Test
    void nothingIsStartedTwice() {
        assertThatThrownBy(updater::start).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void otherSettingsAreTakenWhileItRuns() throws Exception {
        UpdateSettings before = UpdateSettings.DEFAULT;
        updater.reconfigure(
                new UpdateSettings(before.ttl(), before.patience(), before.recheck(), before.drift(), 2, true), MANY);

        assertThat(outcome(submit("192.0.2.1"))).isEqualTo(changed("192.0.2.1"));
        assertThat(world.home()).isEmpty();
    }
}
