// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.ddns.service;

import static io.github.vpsdns.cli.ddns.service.Samples.HOME;
import static io.github.vpsdns.cli.ddns.service.Samples.ips;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.cli.api.CallCounter;
import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.cli.base.UsageException;
import io.github.vpsdns.cli.notify.Channel;
import io.github.vpsdns.cli.systemd.NotifySocket;
import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.edit.SetOutcome;
import io.github.vpsdns.ddns.report.AgentEvent;
import io.github.vpsdns.ddns.report.AgentStatus.Phase;
import io.github.vpsdns.sandbox.junit.NeedsPrograms;
import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Signals are those of the whole process. */
@ResourceLock("signals")
class DdnsServiceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final InetSocketAddress ANYWHERE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    @TempDir
    private Path directory;

    private final List<String> notices = new CopyOnWriteArrayList<>();
    private final AtomicInteger reloads = new AtomicInteger();

    @Test
    void startsTheAgentAndStopsAtOnce() {
        try (ServedService service = service(null, this::same)) {
            FakeAgent agent = service.agent();
            service.awaitWords(" keeping records equal to the addresses of this host\n");

            assertThat(service.stop()).isLessThan(Duration.ofSeconds(1));

            assertThat(agent.closed).isTrue();
            assertThat(service.passedOn()).isTrue();
            assertThat(service.said()).endsWith(" stopped\n");
        }
    }

    @Test
    void looksAtEverythingNowOnSigusr1() throws Exception {
        try (ServedService service = service(null, this::same)) {
            FakeAgent agent = service.agent();

            signal("USR1");

            await().atMost(PATIENCE).until(() -> agent.refreshed.get() == 1);
            assertThat(reloads).hasValue(0);
        }
    }

    @Test
    void readsTheConfigurationAnewOnSighup() throws Exception {
        try (ServedService service = service(null, this::same)) {
            service.agent();

            signal("HUP");

            service.awaitWords("the configuration is read anew and in force");
            assertThat(reloads).hasValue(1);
        }
    }

    @Test
    void staysWithWhatItHasWhereTheNewConfigurationIsWrong() throws Exception {
        Reloader refuses = () -> {
            throw new UsageException("ddns.yaml:3: ttl: 'x' is not a number\nddns.yaml:9: nmae: unknown key");
        };
        try (ServedService service = service(ANYWHERE, refuses)) {
            FakeAgent agent = service.agent();

            signal("HUP");

            service.awaitWords(" the configuration is not used as it is now; the one before stays in force\n");
            assertThat(service.said())
                    .contains(" ddns.yaml:3: ttl: 'x' is not a number\n", " ddns.yaml:9: nmae: unknown key\n");
            assertThat(agent.closed).isFalse();
            assertThat(service.get("/metrics").body()).contains("vpsdns_ddns_configuration_good 0.0");
        }
    }

    @Test
    void movesWithItsConfiguration() throws Exception {
        Reloader moves = () -> settings(ANYWHERE, List.of(notice -> notices.add("new " + notice.event())));
        try (ServedService service = service(null, moves)) {
            FakeAgent agent = service.agent();

            signal("HUP");
            service.awaitWords("in force");
            agent.tell(published());

            assertThat(service.get("/healthz").statusCode()).isEqualTo(200);
            await().atMost(PATIENCE).until(() -> notices.equals(List.of("new published")));
        }
    }

    @Test
    void goesOnListeningWhereItDidWhenItCannotElsewhere() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            InetSocketAddress there = (InetSocketAddress) taken.getLocalSocketAddress();
            try (ServedService service = service(ANYWHERE, () -> settings(there, List.of()))) {
                service.agent();

                signal("HUP");

                service.awaitWords("cannot listen at 127.0.0.1:" + there.getPort());
                service.awaitWords("in force");
                assertThat(service.get("/healthz").statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void triesAgainToListenWhereItCouldNot() throws Exception {
        ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        InetSocketAddress there = (InetSocketAddress) taken.getLocalSocketAddress();
        try (taken;
                ServedService service = service(null, () -> settings(there, List.of()))) {
            service.agent();
            signal("HUP");
            service.awaitWords("cannot listen at 127.0.0.1:" + there.getPort());
            service.awaitWords("in force");

            taken.close();
            signal("HUP");

            assertThat(service.get("/healthz").statusCode()).isEqualTo(200);
            assertThat(service.listening()).containsExactly("http://127.0.0.1:" + there.getPort());
        }
    }

    @Test
    void obeysASignalThatComesBeforeItRuns() throws Exception {
        Frame frame = ServedService.frame(Map.of(), new ByteArrayOutputStream());
        Thread runner = Thread.currentThread();
        try (DdnsService service = new DdnsService(frame, new CallCounter())) {
            signal("HUP");

            service.run(FakeAgent::new, settings(null), () -> {
                runner.interrupt();
                return same();
            });
        }

        assertThat(Thread.interrupted()).isTrue();
        assertThat(reloads).hasValue(1);
    }

    @Test
    void doesNotStartTheAgentWhereItCannotListen() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ServedService service = service((InetSocketAddress) taken.getLocalSocketAddress(), this::same);

            assertThat(service.awaitFailure())
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("cannot listen at 127.0.0.1:");
        }
    }

    @Test
    void showsHealthAndMetrics() throws Exception {
        try (ServedService service = service(ANYWHERE, this::same)) {
            FakeAgent agent = service.agent();
            assertThat(service.get("/healthz").body()).isEqualTo("ok\n");

            agent.status = Samples.well().paused("the token is wrong", null).status();
            agent.tell(published());

            assertThat(service.get("/healthz").statusCode()).isEqualTo(503);
            assertThat(service.get("/healthz").body()).isEqualTo("the API is not called: the token is wrong\n");
            assertThat(service.get("/metrics").body())
                    .contains("vpsdns_ddns_updates_total{result=\"published\"} 1.0", "vpsdns_ddns_api_paused 1.0");
        }
    }

    @Test
    void tellsOfChangesFailuresAndTheirEnd() {
        try (ServedService service = service(null, this::same)) {
            FakeAgent agent = service.agent();
            agent.tell(published());
            await().atMost(PATIENCE).until(() -> notices.size() == 1);
            agent.status = Samples.well().records(Phase.FAILED, "no zone").status();
            agent.tell(new AgentEvent.Compared(1, 1));
            await().atMost(PATIENCE).until(() -> notices.size() == 2);
            agent.status = Samples.well().status();
            agent.tell(new AgentEvent.Compared(1, 0));
            await().atMost(PATIENCE).until(() -> notices.size() == 3);

            assertThat(notices)
                    .containsExactly(
                            "published home.example.com A: 192.0.2.2 (was 192.0.2.1), 1 changed",
                            "failed home.example.com A: no zone; next attempt 2026-01-01T00:01:00Z",
                            notices.get(2));
            assertThat(notices.get(2)).startsWith("recovered home.example.com A: well again, after trouble since ");
        }
    }

    @Test
    @NeedsPrograms({"systemd-notify", "python3"})
    void tellsSystemdOfItsLife() throws Exception {
        try (NotifySocket systemd = new NotifySocket(directory.resolve("notify"));
                ServedService service = new ServedService(
                        Map.of("NOTIFY_SOCKET", systemd.path().toString(), "WATCHDOG_USEC", "400000"),
                        settings(null, List.of()),
                        this::same)) {
            service.agent().status = Samples.well().step(Instant.now()).status();
            await().atMost(PATIENCE).until(() -> systemd.messages().stream().anyMatch("WATCHDOG=1"::equals));
            await().atMost(PATIENCE)
                    .until(() -> systemd.messages().contains("STATUS=IPv4 192.0.2.1; 1 of 1 record sets are right"));

            signal("HUP");
            await().atMost(PATIENCE)
                    .until(() -> systemd.messages().stream()
                                    .filter("READY=1"::equals)
                                    .count()
                            == 2);
            service.stop();

            assertThat(systemd.messages().stream()
                            .filter(message -> !message.startsWith("WATCHDOG") && !message.startsWith("STATUS"))
                            .map(message -> message.replaceFirst(" .*", "")))
                    .containsExactly("READY=1", "RELOADING=1", "READY=1", "STOPPING=1");
        }
    }

    private ServiceSettings same() {
        reloads.incrementAndGet();
        return settings(null);
    }

    private ServiceSettings settings(@Nullable InetSocketAddress listen) {
        return settings(listen, List.of(notice -> notices.add(notice.event() + " " + notice.text())));
    }

    private static ServiceSettings settings(@Nullable InetSocketAddress listen, List<Channel> onChange) {
        return new ServiceSettings(listen, onChange, null, Duration.ofMinutes(5));
    }

    private ServedService service(@Nullable InetSocketAddress listen, Reloader reloader) {
        return new ServedService(Map.of(), settings(listen), reloader);
    }

    private static AgentEvent published() {
        return new AgentEvent.RecordsPublished(
                HOME, Family.IPV4, ips("192.0.2.1"), ips("192.0.2.2"), new SetOutcome(0, 1, 0, 0), null);
    }

    private static void signal(String name) throws Exception {
        String own = String.valueOf(ProcessHandle.current().pid());
        assertThat(new ProcessBuilder("kill", "-" + name, own).start().waitFor())
                .isZero();
    }
}
