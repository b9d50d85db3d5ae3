// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.cli.e2e.Certificates;
import io.github.vpsdns.cli.e2e.OtherClient;
import io.github.vpsdns.cli.e2e.Stage;
import io.github.vpsdns.cli.e2e.Vpsdns;
import io.github.vpsdns.sandbox.junit.NeedsPrograms;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other clients get certificates of Pebble through a server with the example's configuration, and hold no token. */
@NeedsPrograms({"named", "rndc", "pebble", "curl", "dig", "openssl"})
final class ChallengeExamplesIT {
    private static final String SERVER = "https://dyn.example.com:8245";

    @TempDir
    private Path work;

    private Stage stage;
    private ServedExample server;
    private OtherClient client;

    @BeforeEach
    void set() {
        stage = Stage.set(work);
        new Programs(work).selfSigned("dyn.example.com");
        int port = Handshake.freePort();
        Example example = ServedExample.adapted("challenges", work)
                .with("0.0.0.0:8245", "127.0.0.1:" + port)
                .with("tls/fullchain.pem", "server.pem")
                .with("tls/privkey.pem", "server.key");
        server = ServedExample.start(
                example, work, stage.sandbox().apiUrl(), stage.sandbox().token(), stage.nameServers(), port);
        Example.write(
                work.resolve("server.curl"),
                "user = \"web:%s\"\ncacert = \"%s\"\n".formatted(ServedExample.PASSWORD, work.resolve("server.pem")));
        Example.write(work.resolve("server.password"), ServedExample.PASSWORD + "\n");
        client = new OtherClient(stage, work)
                .without("VPS_API_TOKEN")
                .with("VPSDNS_SERVER", url())
                .with("VPSDNS_SERVER_CREDENTIALS", work.resolve("server.curl").toString())
                .with("VPSDNS_SERVER_NAMESERVERS", stage.nameServers().replace(",", " "))
                .with("SSL_CERT_FILE", work.resolve("server.pem").toString())
                .with("LEGO_CA_CERTIFICATES", stage.pebble().serverCa().toString());
    }

    @AfterEach
    void strike() {
        server.close();
        stage.close();
    }

    @Test
    @NeedsPrograms("certbot")
    void certbot() {
        String hook = Example.path("other-clients/certbot-hook").toString();
        List<String> command = new ArrayList<>(List.of(
                "certbot",
                "certonly",
                "--non-interactive",
                "--no-verify-ssl",
                "--agree-tos",
                "--register-unsafely-without-email",
                "--server",
                stage.pebble().directory().toString(),
                "--manual",
                "--preferred-challenges",
                "dns",
                "--manual-auth-hook",
                hook + " auth",
                "--manual-cleanup-hook",
                hook + " cleanup",
                "-d",
                "example.com",
                "-d",
                "*.example.com"));
        for (String place : List.of("config", "work", "logs")) {
            command.add("--" + place + "-dir");
            command.add(work.resolve("certbot-" + place).toString());
        }

        assertIssued(client.run(command.toArray(String[]::new)), "certbot-config/live/example.com/cert.pem");

        assertThat(stage.records()).isEmpty();
    }

    @Test
    void theHookOfCertbotSaysWhyItFailed() {
        Example.write(work.resolve("server.curl"), "user = \"web:wrong\"\ncacert = \"" + work + "/server.pem\"\n");

        Vpsdns.Outcome outcome = client.with("CERTBOT_DOMAIN", "example.com")
                .with("CERTBOT_VALIDATION", "x".repeat(43))
                .run(Example.path("other-clients/certbot-hook").toString(), "auth");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err())
                .contains("certbot hook: " + url() + " did not do 'present' for _acme-challenge.example.com");
    }

    @Test
    @NeedsPrograms("lego")
    void lego() {
        client.with("HTTPREQ_ENDPOINT", url())
                .with("HTTPREQ_PASSWORD_FILE", work.resolve("server.password").toString());

        assertIssued(
                lego(List.of(Example.path("other-clients/lego").toString()), "example.com", "*.example.com"),
                "lego/certificates/example.com.crt");

        assertThat(stage.records()).isEmpty();
    }

    /** lego is what Traefik has inside: the same providers, told the same way. */
    @Test
    @NeedsPrograms("lego")
    void traefik() {
        Matcher provider = Pattern.compile("provider: (.*)")
                .matcher(Example.of("other-clients/traefik/traefik.yaml").text());
        assertThat(provider.find()).isTrue();
        Example.of("other-clients/traefik/traefik.env")
                .with(SERVER, url())
                .with("/etc/vpsdns", work.toString())
                .text()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("=", 2))
                .forEach(variable -> client.with(variable[0], variable[1]));

        assertIssued(
                lego(List.of("lego", "--dns", provider.group(1)), "example.com", "*.example.com"),
                "lego/certificates/example.com.crt");

        assertThat(stage.records()).isEmpty();
    }

    private Vpsdns.Outcome lego(List<String> program, String... names) {
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of(
                "--accept-tos",
                "--email",
                "hostmaster@example.com",
                "--server",
                stage.pebble().directory().toString(),
                "--path",
                work.resolve("lego").toString(),
                "--dns.disable-cp",
                "--dns.resolvers",
                stage.nameServers().replaceAll(".*,", "")));
        for (String name : names) {
            command.addAll(List.of("-d", name));
        }
        command.add("run");
        return client.run(command.toArray(String[]::new));
    }

    private String url() {
        return "https://127.0.0.1:" + server.port();
    }

    private void assertIssued(Vpsdns.Outcome outcome, String certificate) {
        assertThat(outcome.status())
                .as(outcome.out() + outcome.err() + server.log())
                .isZero();
        assertThat(Certificates.names(Certificates.read(work.resolve(certificate))))
                .isNotEmpty();
    }
}
