// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.cli.examples.Programs.Said;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.junit.NeedsPrograms;
import io.github.vpsdns.sandbox.state.SandboxRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What clients send that Debian does not have, byte for byte as their sources make it: cert-manager (its library goacmedns), Caddy's modules
 * (libdns/acmedns and libdns/acmeproxy) and acme.sh (dns_acmeproxy).
 */
@NeedsPrograms({"curl", "openssl"})
final class ChallengeWireIT {
    private static final String SERVER = "https://dyn.example.com:8245";
    private static final String NAME = "www.example.org";
    private static final String VALUE = "V".repeat(43);
    private static final Pattern CNAME = Pattern.compile("_acme-challenge\\.www\\.example\\.org\\. CNAME (.*)\\.\n");

    @TempDir
    static Path work;

    private static Sandbox sandbox;
    private static ServedExample server;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.builder().withoutAcme().zone("example.com").start();
        new Programs(work).selfSigned("dyn.example.com");
        int port = Handshake.freePort();
        Example example = ServedExample.adapted("challenges", work)
                .with("0.0.0.0:8245", "127.0.0.1:" + port)
                .with("tls/fullchain.pem", "server.pem")
                .with("tls/privkey.pem", "server.key");
        server = ServedExample.start(example, work, sandbox.apiUrl(), sandbox.token(), "127.0.0.1:53", port);
        Example.write(
                work.resolve("server.curl"),
                "user = \"web:%s\"\ncacert = \"%s\"\n".formatted(ServedExample.PASSWORD, work.resolve("server.pem")));
        Example.write(work.resolve("server.password"), ServedExample.PASSWORD + "\n");
    }

    @AfterAll
    static void stop() {
        server.close();
        sandbox.close();
    }

    @AfterEach
    void empty() {
        sandbox.zones().records("example.com").forEach(record -> sandbox.zones().remove("example.com", record.uuid()));
    }

    @Test
    void registerMakesAnAccountAsTheSecretOfCertManagerHoldsIt() {
        Said said = register();

        assertThat(said.status()).as(said.text()).isZero();
        assertThat(CNAME.matcher(said.text()).find()).as(said.text()).isTrue();
        String example = (String) KubernetesExample.read("secret").at("stringData", "acmedns.json");
        assertThat(account(said.text()).propertyNames())
                .containsExactlyInAnyOrderElementsOf(json(example).get(NAME).propertyNames());
    }

    @Test
    void theIssuerOfCertManagerNamesTheServerAndTheKeyOfTheSecret() {
        KubernetesExample issuer = KubernetesExample.read("issuer");
        KubernetesExample secret = KubernetesExample.read("secret");

        assertThat(issuer.at("kind")).isEqualTo("ClusterIssuer");
        assertThat(issuer.at("spec", "acme", "solvers", 0, "dns01", "acmeDNS", "host"))
                .isEqualTo(SERVER);
        assertThat(issuer.at("spec", "acme", "solvers", 0, "dns01", "acmeDNS", "accountSecretRef", "name"))
                .isEqualTo(secret.at("metadata", "name"));
        assertThat(issuer.at("spec", "acme", "solvers", 0, "dns01", "acmeDNS", "accountSecretRef", "key"))
                .isEqualTo("acmedns.json");
    }

    /** cert-manager and Caddy's acmedns module send the same; neither ever takes a value away. */
    @Test
    void acmeDnsAccountsUpdateTheNameToWhichTheRecordLeads() {
        Said said = register();
        Matcher record = CNAME.matcher(said.text());
        assertThat(record.find()).as(said.text()).isTrue();
        JsonNode account = account(said.text());

        Said updated = post(
                account.get("server_url").asString() + "/update",
                "{\"subdomain\":\"" + account.get("subdomain").asString() + "\",\"txt\":\"" + VALUE + "\"}",
                "X-Api-User: " + account.get("username").asString(),
                "X-Api-Key: " + account.get("password").asString());

        assertThat(updated.status()).as(updated.text()).isZero();
        assertThat(sandbox.zones().records("example.com"))
                .singleElement()
                .satisfies(made -> assertThat(made.name() + ".example.com " + made.value())
                        .isEqualTo(record.group(1) + " " + VALUE));
    }

    @Test
    void caddysAcmeproxyModulePresentsAndCleansUp() {
        String caddyfile = Example.of("other-clients/caddy/Caddyfile").text();
        Matcher user = Pattern.compile("username (\\S+)").matcher(caddyfile);
        assertThat(caddyfile).contains("endpoint " + SERVER);
        assertThat(user.find()).isTrue();
        Path credentials = Example.write(
                work.resolve("caddy.curl"), "user = \"" + user.group(1) + ":" + ServedExample.PASSWORD + "\"\n");
        String body = "{\"FQDN\":\"_acme-challenge.example.com.\",\"Value\":\"" + VALUE + "\"}\n";

        Said presented = post(url() + "/present", body, "Accept: application/json", "--config", credentials.toString());

        assertThat(presented.status()).as(presented.text()).isZero();
        assertThat(json(presented.text()).get("fqdn").asString()).isEqualTo("_acme-challenge.example.com.");
        assertThat(json(presented.text()).get("value").asString()).isEqualTo(VALUE);
        assertThat(values()).containsExactly(VALUE);

        Said cleaned = post(url() + "/cleanup", body, "Accept: application/json", "--config", credentials.toString());

        assertThat(cleaned.status()).as(cleaned.text()).isZero();
        assertThat(values()).isEmpty();
    }

    @Test
    void acmeShFindsItsValueInBothAnswers() throws IOException {
        Path program = Files.copy(Path.of("src/test/resources/acme.sh/acmeproxy.sh"), work.resolve("acme.sh"));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));

        Said said = new Programs(work)
                .run(
                        Map.of(
                                "PATH", work + ":" + System.getenv("PATH"),
                                "CURL_CA_BUNDLE", work.resolve("server.pem").toString(),
                                "ACMEPROXY_ENDPOINT", url(),
                                "ACMEPROXY_PASSWORD_FILE",
                                        work.resolve("server.password").toString()),
                        List.of(Example.path("other-clients/acme-sh").toString(), "-d", "example.com"));

        assertThat(said.status()).as(said.text()).isZero();
        assertThat(said.text()).contains("present done").contains("cleanup done");
        assertThat(values()).isEmpty();
    }

    private static Said register() {
        Map<String, String> environment = new HashMap<>();
        environment.put("VPSDNS_SERVER", url());
        environment.put("VPSDNS_SERVER_CREDENTIALS", work.resolve("server.curl").toString());
        return new Programs(work)
                .run(environment, List.of(Example.path("other-clients/register").toString(), NAME));
    }

    /** A header has a colon; what has none is an option of curl. */
    private static Said post(String url, String body, String... more) {
        List<String> command = new ArrayList<>(List.of("curl", "--silent", "--show-error", "--fail-with-body"));
        command.addAll(List.of("--cacert", work.resolve("server.pem").toString(), "--data", body));
        command.addAll(List.of("--header", "Content-Type: application/json"));
        for (String each : more) {
            if (each.contains(": ")) {
                command.add("--header");
            }
            command.add(each);
        }
        command.add(url);
        return new Programs(work).run(Map.of(), command);
    }

    private static JsonNode account(String said) {
        return json(said.substring(said.indexOf('{'), said.lastIndexOf('}') + 1))
                .get(NAME);
    }

    private static JsonNode json(String text) {
        return JsonMapper.builder().build().readTree(text);
    }

    private static List<String> values() {
        return sandbox.zones().records("example.com").stream()
                .map(SandboxRecord::value)
                .toList();
    }

    private static String url() {
        return "https://127.0.0.1:" + server.port();
    }
}
