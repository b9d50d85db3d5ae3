// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.webhook.service;

import static io.github.vpsdns.cli.webhook.service.Samples.changed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.cli.base.UsageException;
import io.github.vpsdns.cli.notify.Channel;
import io.github.vpsdns.cli.systemd.NotifySocket;
import io.github.vpsdns.sandbox.junit.NeedsPrograms;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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
class WebhookServiceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path directory;

    private final List<String> notices = new CopyOnWriteArrayList<>();
    private final AtomicInteger reloads = new AtomicInteger();

    @Test
    void startsTheServerSaysWhereItIsAndStops() {
        try (ServedService service = service(this::same)) {
            FakeServer server = service.server();
            service.awaitWords(" taking requests at 0.0.0.0:8245\n");
            service.awaitWords(" the page for people is at http://127.0.0.1:9246/\n");

            service.stop();

            assertThat(server.closed).isTrue();
            assertThat(service.passedOn()).isTrue();
            assertThat(service.said()).endsWith(" stopped\n");
        }
    }

    @Test
    void readsTheConfigurationAnewOnSighup() throws Exception {
        try (ServedService service = service(this::same)) {
            service.awaitWords("taking requests");

            signal();

            service.awaitWords("the configuration is read anew and in force");
            assertThat(reloads).hasValue(1);
            assertThat(service.page("/metrics")).contains("vpsdns_webhook_configuration_good 1.0");
        }
    }

    @Test
    void staysWithWhatItHasWhereTheNewConfigurationIsWrong() throws Exception {
        Reloader refuses = () -> {
            throw new UsageException("webhook.yaml:3: ttl: 'x' is not a number\nwebhook.yaml:9: nmae: unknown key");
        };
        try (ServedService service = service(refuses)) {
            service.awaitWords("taking requests");

            signal();

            service.awaitWords(" the configuration is not used as it is now; the one before stays in force\n");
            assertThat(service.said())
                    .contains(" webhook.yaml:3: ttl: 'x' is not a number\n", " webhook.yaml:9: nmae: unknown key\n");
            assertThat(service.server().closed).isFalse();
            assertThat(service.page("/metrics")).contains("vpsdns_webhook_configuration_good 0.0");
        }
    }

    @Test
    void opensTheAuditLogAnewOnSighup() throws Exception {
        Path audit = directory.resolve("audit.jsonl");
        Path moved = directory.resolve("audit.jsonl.1");
        try (ServedService service = service(() -> settings(audit), settings(audit))) {
            service.awaitWords("taking requests");
            service.server().tell(changed("192.0.2.2"));
            await().atMost(PATIENCE).until(() -> Files.readAllLines(audit).size() == 1);
            Files.move(audit, moved);

            signal();
            service.awaitWords("in force");
            service.server().tell(changed("192.0.2.3"));

            await().atMost(PATIENCE).until(() -> Files.readAllLines(audit).size() == 1);
            assertThat(Files.readAllLines(moved)).hasSize(1);
        }
    }

    @Test
    void doesNotStartWithoutTheAuditLogThatItIsToWrite() {
        Path audit = directory.resolve("nowhere/audit.jsonl");
        try (ServedService service = service(this::same, settings(audit))) {
            assertThat(service.awaitFailure())
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("the audit log '" + audit + "' cannot be written");
        }
    }

    @Test
    void tellsOfChanges() {
        try (ServedService service = service(this::same)) {
            service.awaitWords("taking requests");

            service.server().tell(changed("192.0.2.2"));

            await().atMost(PATIENCE).until(() -> notices.equals(List.of("changed")));
            service.awaitWords(" home.example.com IPv4: 192.0.2.2 (was 192.0.2.1), said box from 203.0.113.9\n");
        }
    }

    @Test
    void healthIsOkUntilSomethingLasts() {
        try (ServedService service = service(this::same)) {
            service.awaitWords("taking requests");
            assertThat(service.page("/healthz")).isEqualTo("ok\n");

            service.server().status = new Samples.State()
                    .waits(1, Instant.now().minus(Duration.ofHours(1)))
                    .status();

            service.awaitWords(" one update waits, the oldest since ");
            await().atMost(PATIENCE).until(() -> service.page("/healthz").startsWith("one update waits"));
        }
    }

    @Test
    @NeedsPrograms("systemd-notify")
    void tellsSystemdThatItIsReadyHowItStandsAndThatItEnds() throws Exception {
        try (NotifySocket systemd = new NotifySocket(directory.resolve("notify"));
                ServedService service = new ServedService(
                        Map.of("NOTIFY_SOCKET", systemd.path().toString(), "PATH", System.getenv("PATH")),
                        settings(null),
                        this::same)) {
            service.awaitWords("taking requests");
            await().atMost(PATIENCE).until(() -> systemd.messages().contains("STATUS=no set of records is known"));

            signal();
            await().atMost(PATIENCE)
                    .until(() -> systemd.messages().stream()
                                    .filter("READY=1"::equals)
                                    .count()
                            == 2);
            service.stop();

            assertThat(systemd.messages()).startsWith("READY=1").contains("STOPPING=1");
        }
    }

    private ServedService service(Reloader reloader) {
        return service(reloader, settings(null));
    }

    private static ServedService service(Reloader reloader, ServiceSettings settings) {
        return new ServedService(Map.of(), settings, reloader);
    }

    private ServiceSettings same() {
        reloads.incrementAndGet();
        return settings(null);
    }

    private ServiceSettings settings(@Nullable Path audit) {
        Channel channel = notice -> notices.add(notice.event());
        return new ServiceSettings(List.of(channel), null, audit);
    }

    private static void signal() throws Exception {
        String process = String.valueOf(ProcessHandle.current().pid());
        assertThat(new ProcessBuilder("kill", "-HUP", process).start().waitFor())
                .isZero();
    }
}
