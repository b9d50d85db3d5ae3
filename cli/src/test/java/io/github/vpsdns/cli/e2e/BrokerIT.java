// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.sandbox.junit.NeedsPrograms;
import io.github.vpsdns.sandbox.state.SandboxRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other clients prove an apex and its wildcard to Pebble through the running server, and hold no token. */
@NeedsPrograms({"named", "rndc", "pebble", "lego"})
final class BrokerIT {
    private static final String FOREIGN = "somebody else's";

    @TempDir
    private Path work;

    private Stage stage;
    private WebhookPlace place;
    private OtherClient client;

    @BeforeEach
    void set() {
        stage = Stage.set(work);
        stage.sandbox().zones().add(Stage.ZONE, "_acme-challenge", "TXT", FOREIGN);
        place = new WebhookPlace(work, stage.sandbox());
        place.configure("acme-dns: { domain: auth.example.com, register: open }");
        place.start();
        client = new OtherClient(stage, work)
                .without("VPS_API_TOKEN")
                .with("LEGO_CA_CERTIFICATES", stage.pebble().serverCa().toString())
                .with("HTTPREQ_ENDPOINT", url(""))
                .with("HTTPREQ_USERNAME", WebhookPlace.USER)
                .with("HTTPREQ_PASSWORD", WebhookPlace.PASSWORD);
    }

    @AfterEach
    void strike() {
        place.close();
        stage.close();
    }

    @Test
    void httpreq() {
        assertIssued(lego(), "lego/certificates/example.com.crt");

        assertOnlyTheForeignValueIsLeft();
    }

    @Test
    void httpreqInRawMode() {
        client.with("HTTPREQ_MODE", "RAW");

        assertIssued(lego(), "lego/certificates/example.com.crt");

        assertOnlyTheForeignValueIsLeft();
    }

    @Test
    void aWrongPasswordIsShownToThePerson() {
        client.with("HTTPREQ_PASSWORD", "wrong");

        Vpsdns.Outcome outcome = lego();

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out() + outcome.err()).contains("401").contains("the user or the password is wrong");
        assertOnlyTheForeignValueIsLeft();
    }

    @Test
    @NeedsPrograms({"certbot", "curl", "dig"})
    void acmeDnsThroughAHookOfCertbot() throws IOException {
        String account = run("curl", "--silent", "--fail", "--request", "POST", url("/register"));
        String name = field(account, "fulldomain");
        stage.sandbox()
                .zones()
                .records(Stage.ZONE)
                .forEach(record -> stage.sandbox().zones().remove(Stage.ZONE, record.uuid()));
        stage.sandbox().zones().add(Stage.ZONE, "_acme-challenge", "CNAME", name);

        Vpsdns.Outcome outcome = client.run(
                "certbot",
                "certonly",
                "--non-interactive",
                "--no-verify-ssl",
                "--agree-tos",
                "--register-unsafely-without-email",
                "--server",
                stage.pebble().directory().toString(),
                "--config-dir",
                work.resolve("certbot").toString(),
                "--work-dir",
                work.resolve("certbot-work").toString(),
                "--logs-dir",
                work.resolve("certbot-logs").toString(),
                "--manual",
                "--preferred-challenges",
                "dns",
                "--manual-auth-hook",
                hook(account, name).toString(),
                "-d",
                "example.com",
                "-d",
                "*.example.com");

        assertIssued(outcome, "certbot/live/example.com/cert.pem");
        assertThat(stage.records().stream().filter(record -> record.type().equals("TXT")))
                .hasSize(2)
                .extracting(SandboxRecord::name)
                .containsOnly(name.replace("." + Stage.ZONE, ""));
    }

    /** What acme-dns clients do: post the value, and look for it at the server that the CA will ask. */
    private Path hook(String account, String name) throws IOException {
        String[] server = stage.nameServers().replaceAll(".*,", "").split(":", -1);
        Path hook = Files.writeString(work.resolve("hook"), """
                #!/bin/sh -e
                curl --silent --fail --header 'X-Api-User: %s' --header 'X-Api-Key: %s' \\
                    --data "{\\"subdomain\\": \\"%s\\", \\"txt\\": \\"$CERTBOT_VALIDATION\\"}" %s | grep -q "\\"$CERTBOT_VALIDATION\\""
                until dig +short @%s -p %s TXT %s | grep -q -e "$CERTBOT_VALIDATION"; do sleep 0.1; done
                """.formatted(
                        field(account, "username"),
                        field(account, "password"),
                        field(account, "subdomain"),
                        url("/update"),
                        server[0],
                        server[1],
                        name));
        Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwx------"));
        return hook;
    }

    private String run(String... command) {
        Vpsdns.Outcome outcome = client.run(command);
        assertThat(outcome.status()).as(outcome.err()).isZero();
        return outcome.out();
    }

    private String url(String path) {
        return "http://127.0.0.1:" + place.port() + path;
    }

    private static String field(String json, String name) {
        Matcher field = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(json);
        assertThat(field.find()).as(json).isTrue();
        return field.group(1);
    }

    private Vpsdns.Outcome lego() {
        return client.run(
                "lego",
                "--accept-tos",
                "--email",
                "hostmaster@example.com",
                "--server",
                stage.pebble().directory().toString(),
                "--path",
                work.resolve("lego").toString(),
                "--dns",
                "httpreq",
                "--dns.disable-cp",
                "--dns.resolvers",
                stage.nameServers().replaceAll(".*,", ""),
                "-d",
                "example.com",
                "-d",
                "*.example.com",
                "run");
    }

    private void assertIssued(Vpsdns.Outcome outcome, String certificate) {
        assertThat(outcome.status())
                .as(outcome.out() + outcome.err() + place.log())
                .isZero();
        assertThat(Certificates.names(Certificates.read(work.resolve(certificate))))
                .containsExactly("*.example.com", "example.com");
    }

    private void assertOnlyTheForeignValueIsLeft() {
        assertThat(stage.records())
                .singleElement()
                .satisfies(record -> assertThat(record.value()).isEqualTo(FOREIGN));
    }
}
