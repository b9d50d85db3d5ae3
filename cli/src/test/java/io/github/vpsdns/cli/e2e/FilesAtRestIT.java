// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.core.testing.Trees;
import io.github.vpsdns.core.testing.secrecy.Secrets;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.webhook.password.PasswordHash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every job is done once under umask 000, which opens whatever another umask would. What it then has on disk is its owner's alone, and
 * holds no secret but where it is kept. The same goes for what the server tells over HTTP, and for its line in {@code ps}.
 */
final class FilesAtRestIT {
    private static final String PASSWORD = Secrets.MARK + "-password";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern TAKING = Pattern.compile("taking requests at (127\\.0\\.0\\.1:[0-9]+)");
    private static final Pattern PAGE = Pattern.compile("the page for people is at (http://127\\.0\\.0\\.1:[0-9]+)/");

    @TempDir
    Path work;

    private Path made;

    @Test
    void areTheirOwnersAloneAndHoldNoSecretButWhereItIsKept() throws Exception {
        made = Files.createDirectory(
                work.resolve("made"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try (Sandbox sandbox = Sandbox.builder().zone("example.com").start()) {
            secret("token", sandbox.token());
            Vpsdns vpsdns = vpsdns(sandbox);

            getACertificate(vpsdns);
            publishAnAddress(vpsdns);
            serveARouter(vpsdns);
            runTheSandbox(vpsdns);
        }
    }

    private void getACertificate(Vpsdns vpsdns) throws IOException {
        secret("keystore-password", PASSWORD);
        Vpsdns.Outcome issued = vpsdns.run(
                "acme",
                "issue",
                "-v",
                "-d",
                "example.com",
                "-d",
                "*.example.com",
                "--keystore-password-file",
                work.resolve("keystore-password").toString(),
                "--dir",
                made.resolve("acme").toString());
        assertThat(issued.status()).as(issued.err()).isZero();
        Vpsdns.Outcome renewed = vpsdns.run(
                "acme", "renew", "-v", "--force", "--dir", made.resolve("acme").toString());
        assertThat(renewed.status()).as(renewed.err()).isZero();

        assertThat(requireClosed())
                .contains("acme/archive/example.com/2/privkey.pem", "acme/archive/example.com/2/keystore.p12")
                .anyMatch(name -> name.matches("acme/accounts/.*\\.pem"))
                .anyMatch(name -> name.startsWith("acme/renewal/"))
                .anyMatch(name -> name.startsWith("acme/schedule/"));
    }

    private void publishAnAddress(Vpsdns vpsdns) throws IOException {
        Path configuration = secret("ddns.yaml", """
                api: { token-file: token }
                state: made/ddns/ddns.json
                addresses: { ipv4: "static:192.0.2.1" }
                records: [home.example.com]
                """);
        Vpsdns.Outcome published = vpsdns.run("ddns", "once", "-v", "--config", configuration.toString());
        assertThat(published.status()).as(published.err()).isZero();

        assertThat(requireClosed()).contains("ddns/ddns.json");
    }

    private void serveARouter(Vpsdns vpsdns) throws Exception {
        String hash = PasswordHash.of(PASSWORD).encoded();
        Path configuration = secret("webhook.yaml", """
                api: { token-file: token }
                listen: ["127.0.0.1:0"]
                state: made/webhook/webhook.db
                audit: made/audit.jsonl
                users: [{ name: box, password: "%s", hosts: home.example.com }]
                admin: { listen: "127.0.0.1:0", password: "%s" }
                """.formatted(hash, hash));
        Vpsdns.Running server = vpsdns.start("webhook", "run", "-v", "--config", configuration.toString());
        try {
            String update = "http://" + found(TAKING, server) + "/nic/update?hostname=home.example.com&myip=192.0.2.";
            String page = found(PAGE, server);

            assertThat(get(update + "7", PASSWORD)).isEqualTo("200 good 192.0.2.7\n");
            assertThat(get(update + "8", "wrong-" + PASSWORD)).startsWith("401 ");
            assertThat(get(page + "/metrics", PASSWORD)).startsWith("200 ");

            await().atMost(PATIENCE).until(() -> requireClosed().contains("audit.jsonl"));
            assertThat(requireClosed())
                    .contains("webhook/webhook.db", "webhook/webhook.db-wal", "webhook/webhook.db-shm");
            Secrets.requireNone(
                    "the line in ps",
                    Files.readString(
                            Path.of("/proc", Long.toString(server.process().pid()), "cmdline")));
        } finally {
            server.process().destroy();
            server.await();
        }
        requireClosed();
    }

    private void runTheSandbox(Vpsdns vpsdns) throws Exception {
        Path state = made.resolve("sandbox").resolve("state.json");
        Files.createDirectory(
                state.getParent(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Vpsdns.Running sandbox = vpsdns.start(
                "sandbox",
                "--port",
                "0",
                "--dns-port",
                "0",
                "--acme-port",
                "0",
                "--zone",
                "example.org",
                "--state",
                state.toString());
        try {
            await().atMost(PATIENCE).until(() -> requireClosed().contains("sandbox/state.json"));
        } finally {
            sandbox.process().destroy();
            sandbox.await();
        }
        requireClosed();
    }

    private List<String> requireClosed() {
        FilesAtRest files = new FilesAtRest(made);
        assertThat(Trees.openToOthers(made)).isEmpty();
        files.requireNoStraySecrets();
        return files.names();
    }

    private Vpsdns vpsdns(Sandbox sandbox) {
        return new Vpsdns(work)
                .behind(List.of("sh", "-c", "umask 000 && exec \"$@\"", "sh"))
                .with("VPS_API_URL", sandbox.apiUrl().toString())
                .with("VPS_API_TOKEN_FILE", work.resolve("token").toString())
                .with("VPSDNS_ACME_SERVER", sandbox.acmeDirectory().toString())
                .with("VPSDNS_ACME_AGREE_TOS", "true")
                .with(
                        "VPSDNS_NAMESERVERS",
                        sandbox.nameServers().stream()
                                .map(server -> server.getAddress().getHostAddress() + ":" + server.getPort())
                                .collect(Collectors.joining(",")));
    }

    private Path secret(String name, String content) throws IOException {
        Path file = Files.writeString(work.resolve(name), content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private static String found(Pattern pattern, Vpsdns.Running running) {
        await().atMost(PATIENCE).until(() -> pattern.matcher(said(running)).find());
        Matcher matcher = pattern.matcher(said(running));
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static String said(Vpsdns.Running running) {
        try {
            return Files.readString(running.err());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The status and the body, which shows no secret. */
    private static String get(String url, String password) throws Exception {
        String credentials = Base64.getEncoder().encodeToString(("box:" + password).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Basic " + credentials)
                .build();
        HttpResponse<String> reply = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        Secrets.requireNone(url, reply.body());
        return reply.statusCode() + " " + reply.body();
    }
}
