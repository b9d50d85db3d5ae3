// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.junit.NeedsPrograms;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server's configurations, each by a server that runs with it. */
@NeedsPrograms("curl")
final class ServerExamplesIT {
    private static final String UPDATE = "/nic/update?hostname=home.example.com&myip=192.0.2.";

    private static Sandbox sandbox;

    @TempDir
    private Path work;

    @BeforeAll
    static void startSandbox() {
        sandbox = Sandbox.start("example.com");
    }

    @AfterAll
    static void stopSandbox() {
        sandbox.close();
    }

    @Test
    void routersUpdateTheirHostsAndNoOthers() {
        int port = Handshake.freePort();
        Example example = ServedExample.adapted("routers", work)
                .with("0.0.0.0:8245", "127.0.0.1:" + port)
                .with("127.0.0.1:9246", "127.0.0.1:" + Handshake.freePort())
                .with("198.51.100.0/24", "127.0.0.0/8");
        try (ServedExample server = start(example, port)) {
            assertThat(curl(http(server, "/healthz"))).contains("ok");
            assertThat(as("fritzbox", http(server, UPDATE + "1&myipv6=2001:db8:7:1::5&ip6lanprefix=2001:db8:7:2::/64")))
                    .startsWith("good");
            assertThat(as("friend", http(server, "/nic/update?hostname=a.friend.example.com&myip=192.0.2.2")))
                    .startsWith("good 192.0.2.2");
            assertThat(as("friend", http(server, UPDATE + "3"))).startsWith("nohost");
        }
    }

    @Test
    @NeedsPrograms({"nginx", "openssl"})
    void behindNginxTheClientIsWhoeverNginxSays() {
        int port = Handshake.freePort();
        int plain = Handshake.freePort();
        int secure = Handshake.freePort();
        Programs programs = new Programs(work);
        programs.selfSigned("dyn.example.com");
        NginxPlace.write(
                work,
                Example.of("server/nginx.conf")
                        .with("listen 80;", "listen 127.0.0.1:" + plain + ";")
                        .with("listen 443 ssl;", "listen 127.0.0.1:" + secure + " ssl;")
                        .with("http://127.0.0.1:8245", "http://127.0.0.1:" + port)
                        .with("/etc/nginx/tls/dyn.example.com/fullchain.pem", work + "/server.pem")
                        .with("/etc/nginx/tls/dyn.example.com/privkey.pem", work + "/server.key")
                        .text());
        Example example = ServedExample.adapted("behind-nginx", work).with("127.0.0.1:8245", "127.0.0.1:" + port);
        try (ServedExample server = start(example, port)) {
            programs.succeed(NginxPlace.command(work));
            try {
                String checked = "http://127.0.0.1:" + plain + "/nic/checkip";
                assertThat(curl(checked, "--interface", "127.0.0.2", "--header", "X-Forwarded-For: 203.0.113.9"))
                        .contains("127.0.0.2");
                assertThat(curl(checked, "--interface", "127.0.0.2", "--header", "Forwarded: for=203.0.113.9"))
                        .contains("127.0.0.2");
                assertThat(as("router", "https://127.0.0.1:" + secure + UPDATE + "4", "--cacert", work + "/server.pem"))
                        .startsWith("good 192.0.2.4");
                assertThat(server.log()).doesNotContain("plain http");
            } finally {
                programs.succeed(NginxPlace.command(work, "-s", "stop"));
            }
        }
    }

    @Test
    void aServerGetsItsOwnCertificate() {
        int port = Handshake.freePort();
        Example example = ServedExample.adapted("own-certificate", work)
                .with("https://0.0.0.0:443", "https://127.0.0.1:" + port)
                .with(
                        "email: hostmaster@example.com",
                        "email: hostmaster@example.com\n    server: " + sandbox.acmeDirectory());
        try (ServedExample server = start(example, port)) {
            await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .untilAsserted(() -> assertThat(Handshake.serial(
                                    server.port(),
                                    "dyn.example.com",
                                    sandbox.acme().root()))
                            .isInstanceOf(BigInteger.class));
        }
    }

    @Test
    @NeedsPrograms({"setpriv", "openssl"})
    void twoServersShareWhatTheyKnowAndOneIsEnough() {
        int one = Handshake.freePort();
        int other = Handshake.freePort();
        Example example = ServedExample.adapted("two-servers", work);
        try (PostgresPlace postgres = PostgresPlace.start(example, work);
                ServedExample second = start(at(other, example, postgres), other)) {
            try (ServedExample first = start(at(one, example, postgres), one)) {
                assertThat(as("router", http(first, UPDATE + "5"))).startsWith("good 192.0.2.5");
                assertThat(as("router", http(second, UPDATE + "5"))).startsWith("nochg 192.0.2.5");
            }
            assertThat(as("router", http(second, UPDATE + "6"))).startsWith("good 192.0.2.6");
        }
    }

    private static Example at(int port, Example example, PostgresPlace postgres) {
        return example.with("0.0.0.0:8245", "127.0.0.1:" + port).with("db.example.com", postgres.address());
    }

    private ServedExample start(Example example, int port) {
        String nameServers = sandbox.nameServers().stream()
                .map(server -> server.getAddress().getHostAddress() + ":" + server.getPort())
                .collect(Collectors.joining(","));
        return ServedExample.start(example, work, sandbox.apiUrl(), sandbox.token(), nameServers, port);
    }

    private static String http(ServedExample server, String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    private String as(String user, String url, String... more) {
        String config = Example.write(
                        work.resolve("curl-" + user), "user = \"" + user + ":" + ServedExample.PASSWORD + "\"\n")
                .toString();
        List<String> options = new ArrayList<>(List.of("--config", config));
        options.addAll(List.of(more));
        return curl(url, options.toArray(String[]::new));
    }

    private String curl(String url, String... more) {
        List<String> command = new ArrayList<>(List.of("curl", "--silent", "--show-error", "--max-time", "30"));
        command.addAll(List.of(more));
        command.add(url);
        return new Programs(work).succeed(command);
    }
}
