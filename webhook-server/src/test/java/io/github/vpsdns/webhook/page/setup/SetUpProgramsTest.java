// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.sandbox.junit.NeedsPrograms;
import io.github.vpsdns.webhook.page.setup.RecordingServer.Asked;
import io.github.vpsdns.webhook.page.setup.guide.Guide;
import io.github.vpsdns.webhook.page.setup.guide.ServerUrl;
import io.github.vpsdns.webhook.page.setup.guide.Target;
import io.github.vpsdns.webhook.page.setup.program.Certbot;
import io.github.vpsdns.webhook.page.setup.program.Curl;
import io.github.vpsdns.webhook.page.setup.program.Ddclient;
import io.github.vpsdns.webhook.page.setup.program.Inadyn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs themselves read the texts, and what they send says whether they understood. */
class SetUpProgramsTest {
    private static final String USER = "it's \\ a \"router\"";
    private static final String PASSWORD = "correct horse";
    private static final String CREDENTIALS = USER + ":" + PASSWORD;

    @TempDir
    Path directory;

    private RecordingServer server;

    @BeforeEach
    void start() throws IOException {
        server = new RecordingServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    @NeedsPrograms("ddclient")
    void ddclientUnderstandsItsFile() throws Exception {
        Path file = write("ddclient.conf", guide(Client.DDCLIENT).snippet(Ddclient.FILE));

        run(
                "ddclient",
                "-file",
                file,
                "-cache",
                directory.resolve("cache"),
                "-daemon=0",
                "-pid=" + directory.resolve("pid"),
                "-noquiet",
                "-verbose");

        assertThat(server.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.line()).endsWith("hostname=home.example.com&myip=203.0.113.7");
            assertThat(asked.credentials()).isEqualTo(CREDENTIALS);
        });
    }

    @Test
    @NeedsPrograms("inadyn")
    void inadynUnderstandsItsFile() throws Exception {
        Path file = write("inadyn.conf", guide(Client.INADYN).snippet(Inadyn.FILE));

        run("inadyn", "-n", "-1", "--force", "--no-pidfile", "--cache-dir=" + directory, "-f", file);

        assertThat(server.asked())
                .contains(new Asked("GET /nic/update?hostname=home.example.com&myip=203.0.113.7", CREDENTIALS, ""));
    }

    @Test
    @NeedsPrograms("curl")
    void curlUnderstandsItsFile() throws Exception {
        Path file = write("curl.conf", guide(Client.CURL).snippet(Curl.FILE));

        run("curl", "-4", "--config", file);

        assertThat(server.asked())
                .containsExactly(new Asked("GET /nic/update?hostname=home.example.com", CREDENTIALS, ""));
    }

    @Test
    @NeedsPrograms({"sh", "curl"})
    void certbotsHookPresentsAndCleansUp() throws Exception {
        Path hook = write("hook", guide(Client.CERTBOT).snippet(Certbot.HOOK));

        run(hook, "present");
        run(hook, "cleanup");

        String body = "{\"fqdn\":\"_acme-challenge.home.example.com.\",\"value\":\"a-_9\"}";
        assertThat(server.asked())
                .containsExactly(
                        new Asked("POST /present", CREDENTIALS, body), new Asked("POST /cleanup", CREDENTIALS, body));
    }

    private Guide guide(Client client) {
        return SetUps.guide(
                client, new Target(ServerUrl.of(server.url()), DomainName.of("home.example.com"), USER, false));
    }

    private Path write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.writeString(file, text.replace(Guide.PASSWORD, PASSWORD));
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private void run(Object... command) throws IOException, InterruptedException {
        List<String> words = List.of(command).stream().map(Object::toString).toList();
        Path log = directory.resolve("log");
        ProcessBuilder builder =
                new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment()
                .putAll(Map.of("CERTBOT_DOMAIN", "home.example.com", "CERTBOT_VALIDATION", "a-_9", "SETTLE", "0"));
        Process process = builder.start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS))
                    .as(words.get(0) + " ends")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    }
}
