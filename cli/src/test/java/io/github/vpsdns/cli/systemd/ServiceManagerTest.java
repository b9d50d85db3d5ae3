// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.systemd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.cli.terminal.Host;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.sandbox.junit.NeedsPrograms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsPrograms({"systemd-notify", "python3"})
class ServiceManagerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path directory;

    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private NotifySocket socket;

    @BeforeEach
    void listen() {
        socket = new NotifySocket(directory.resolve("notify"));
    }

    @AfterEach
    void stop() {
        socket.close();
    }

    @Test
    void tellsItsLifeInOrder() {
        try (ServiceManager systemd = manager(Map.of())) {
            systemd.ready();
            systemd.reloading();
            systemd.ready();
            systemd.stopping();
            awaitMessages(4);
        }

        assertThat(socket.messages().get(0)).isEqualTo("READY=1");
        assertThat(socket.messages().get(1)).matches("RELOADING=1 MONOTONIC_USEC=[0-9]+");
        assertThat(socket.messages().get(2)).isEqualTo("READY=1");
        assertThat(socket.messages().get(3)).isEqualTo("STOPPING=1");
        assertThat(complaints).isEmpty();
    }

    @Test
    void sendsWhatIsLeftWhenItIsClosed() {
        ServiceManager systemd = manager(Map.of());
        systemd.stopping();
        systemd.close();

        await().atMost(PATIENCE).until(() -> socket.messages().equals(List.of("STOPPING=1")));
    }

    @Test
    void reloadsByTheClockThatSystemdCompares() throws Exception {
        long before = uptimeMicros();
        try (ServiceManager systemd = manager(Map.of())) {
            systemd.reloading();
            awaitMessages(1);
        }

        String micros = socket.messages().get(0).replaceFirst(".*MONOTONIC_USEC=", "");
        assertThat(Long.parseLong(micros)).isBetween(before - 1_000_000, uptimeMicros() + 1_000_000);
    }

    @Test
    void tellsTheStatusOnceUntilItIsAnotherOne() {
        AtomicInteger asked = new AtomicInteger();
        try (ServiceManager systemd = manager(Map.of())) {
            systemd.status(() -> "one\nline " + asked.incrementAndGet());
            awaitMessages(1);
            systemd.status(() -> {
                asked.incrementAndGet();
                return "one line 1";
            });
            await().atMost(PATIENCE).until(() -> asked.get() == 2);
            systemd.status(() -> "another");
            awaitMessages(2);
        }

        assertThat(socket.messages()).containsExactly("STATUS=one line 1", "STATUS=another");
    }

    @Test
    void showsSystemdThatItIsAliveOnlyWhileItIs() {
        AtomicBoolean alive = new AtomicBoolean(true);
        AtomicInteger asked = new AtomicInteger();
        try (ServiceManager systemd = manager(Map.of("WATCHDOG_USEC", "100000"))) {
            systemd.keepAlive(() -> {
                asked.incrementAndGet();
                return alive.get();
            });
            awaitMessages(3);
            alive.set(false);
            int since = asked.get();
            await().atMost(PATIENCE).until(() -> asked.get() > since + 3);
            int heard = socket.messages().size();
            int later = asked.get();
            await().atMost(PATIENCE).until(() -> asked.get() > later + 3);

            assertThat(socket.messages()).hasSize(heard).containsOnly("WATCHDOG=1");
        }
    }

    @Test
    void keepsSilentWhereSystemdDoesNotListen() {
        ServiceManager systemd =
                ServiceManager.of(new Host(Map.of(), "", directory, Timekeeper.system()), complaints::add);

        systemd.ready();
        systemd.close();

        assertThat(systemd).isInstanceOf(NoServiceManager.class);
        assertThat(complaints).isEmpty();
    }

    @Test
    void complainsOnceWhereNobodyListens() {
        socket.close();
        try (ServiceManager systemd = manager(Map.of("NOTIFY_SOCKET", directory + "/nobody"))) {
            systemd.ready();
            systemd.stopping();
            await().atMost(PATIENCE).until(() -> !complaints.isEmpty());
        }

        assertThat(complaints)
                .singleElement()
                .asString()
                .startsWith("systemd is not told how the service stands: systemd-notify ended with status 1: ");
    }

    @Test
    void complainsOnceWhereTheProgramIsMissing() {
        NotifyProgram missing = new NotifyProgram("/nonexistent/systemd-notify", "/x", complaints::add);

        missing.send(List.of("READY=1"));
        missing.send(List.of("STOPPING=1"));

        assertThat(complaints)
                .containsExactly("systemd is not told how the service stands: the program /nonexistent/systemd-notify"
                        + " cannot be run; without it use Type=exec and no WatchdogSec= in the unit");
    }

    private ServiceManager manager(Map<String, String> more) {
        Map<String, String> environment =
                new TreeMap<>(Map.of("NOTIFY_SOCKET", socket.path().toString()));
        environment.putAll(more);
        return ServiceManager.of(new Host(environment, "", directory, Timekeeper.system()), complaints::add);
    }

    private void awaitMessages(int number) {
        await().atMost(PATIENCE).until(() -> socket.messages().size() >= number);
    }

    private static long uptimeMicros() throws Exception {
        String text = Files.readString(Path.of("/proc/uptime"));
        return (long) (Double.parseDouble(text.split(" ", 2)[0]) * 1_000_000);
    }
}
