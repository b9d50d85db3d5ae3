// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.cli.launcher.Launched.Outcome;
import io.github.vpsdns.cli.launcher.Launched.Running;
import io.github.vpsdns.cli.systemd.NotifySocket;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.junit.NeedsPrograms;
import io.github.vpsdns.webhook.password.PasswordHash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server as its own process, with what systemd gives it: a socket, a watchdog, a directory for its state, signals. */
@NeedsPrograms({"systemd-notify", "python3"})
class WebhookSystemdIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern TAKING = Pattern.compile("taking requests at (127\\.0\\.0\\.1:\\d+)");
    private static final Pattern PAGE = Pattern.compile("the page for people is at (http://127\\.0\\.0\\.1:\\d+)/");
    private static final String HASH = PasswordHash.of("s3cret-password").encoded();

    @TempDir
    private Path work;

    @Test
    void livesAsSystemdWantsItTo() throws Exception {
        Path state = Files.createDirectory(work.resolve("state"));
        Path configuration = configuration("");
        try (Sandbox sandbox = Sandbox.builder()
                        .withoutAcme()
                        .withoutDns()
                        .zone("example.com")
                        .start();
                NotifySocket systemd = new NotifySocket(work.resolve("notify"));
                Running running = Launched.in(work)
                        .with("VPS_API_URL", sandbox.apiUrl().toString())
                        .with("VPS_API_TOKEN", sandbox.token())
                        .with("NOTIFY_SOCKET", systemd.path().toString())
                        .with("WATCHDOG_USEC", "2000000")
                        .with("STATE_DIRECTORY", state.toString())
                        .start("webhook", "run", "--config", configuration.toString())) {
            await().atMost(PATIENCE).until(() -> systemd.messages().contains("READY=1"));

            assertThat(update(running, "192.0.2.1")).isEqualTo("good 192.0.2.1\n");
            assertThat(update(running, "192.0.2.1")).isEqualTo("nochg 192.0.2.1\n");
            assertThat(sandbox.zones().records("example.com")).hasSize(1);
            await().atMost(PATIENCE).until(() -> systemd.messages().contains("STATUS=one set of records"));
            assertThat(page(running, "/metrics"))
                    .contains(
                            "vpsdns_webhook_requests_total{path=\"/nic/update\",status=\"200\"} 2.0",
                            "vpsdns_webhook_updates_total{result=\"changed\"} 1.0");
            assertThat(page(running, "/healthz")).isEqualTo("ok\n");
            await().atMost(PATIENCE).until(() -> audit().contains("\"event\":\"changed\",\"user\":\"box\""));

            configuration("no-such-key: 1\n");
            signal(running);
            await().atMost(PATIENCE).until(() -> said(running).contains("the one before stays in force"));
            configuration("ttl: 120\n");
            signal(running);
            await().atMost(PATIENCE).until(() -> said(running).contains("read anew and in force"));
            await().atMost(PATIENCE).until(() -> count(systemd, "READY=1") == 3);
            long beats = count(systemd, "WATCHDOG=1");
            await().atMost(PATIENCE).until(() -> count(systemd, "WATCHDOG=1") > beats + 1);

            running.process().destroy();
            Outcome outcome = running.await();

            assertThat(outcome.status()).as(outcome.err()).isEqualTo(143);
            assertThat(outcome.out()).isEmpty();
            assertThat(outcome.err()).endsWith(" stopped\n");
            assertThat(systemd.messages()).startsWith("READY=1").contains("STOPPING=1");
            assertThat(state.resolve("webhook.db")).exists();
            assertThat(outcome.err() + audit()).doesNotContain("s3cret-password", HASH, sandbox.token());
        }
    }

    private Path configuration(String more) throws IOException {
        Path file = work.resolve("webhook.yaml");
        Path next = Files.writeString(work.resolve("next"), """
                listen: ["127.0.0.1:0"]
                users: [{ name: box, password: "%s", hosts: home.example.com }]
                admin: { listen: "127.0.0.1:0", password: "%s" }
                audit: audit.jsonl
                %s
                """.formatted(HASH, HASH, more));
        Files.setPosixFilePermissions(next, PosixFilePermissions.fromString("rw-------"));
        return Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String update(Running running, String address) throws Exception {
        return get("http://" + found(TAKING, running) + "/nic/update?hostname=home.example.com&myip=" + address);
    }

    private static String page(Running running, String path) throws Exception {
        return get(found(PAGE, running) + path);
    }

    private static String found(Pattern pattern, Running running) {
        await().atMost(PATIENCE).until(() -> pattern.matcher(said(running)).find());
        Matcher matcher = pattern.matcher(said(running));
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static String get(String url) throws Exception {
        String credentials = Base64.getEncoder().encodeToString("box:s3cret-password".getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Basic " + credentials)
                .build();
        HttpResponse<String> reply = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(reply.statusCode()).as(url + ": " + reply.body()).isEqualTo(200);
        return reply.body();
    }

    private String audit() throws IOException {
        return Files.readString(work.resolve("audit.jsonl"));
    }

    private static long count(NotifySocket systemd, String message) {
        return systemd.messages().stream().filter(message::equals).count();
    }

    private static String said(Running running) {
        try {
            return Files.readString(running.err());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void signal(Running running) throws Exception {
        String process = String.valueOf(running.process().pid());
        assertThat(new ProcessBuilder("kill", "-HUP", process).start().waitFor())
                .isZero();
    }
}
