// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.sandbox.control.Fault;
import io.github.vpsdns.sandbox.junit.NeedsPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clients people have already, as Debian ships them, prove an apex and its wildcard through {@code vpsdns-acme-hook}. */
@NeedsPrograms({"named", "rndc", "pebble"})
final class OtherClientsIT {
    private static final String FOREIGN = "somebody else's";

    @TempDir
    private Path work;

    private Stage stage;
    private OtherClient client;

    @BeforeEach
    void set() {
        stage = Stage.set(work);
        stage.sandbox().zones().add(Stage.ZONE, "_acme-challenge", "TXT", FOREIGN);
        client = new OtherClient(stage, work);
    }

    @AfterEach
    void strike() {
        stage.close();
    }

    @Test
    @NeedsPrograms("certbot")
    void certbotWithOptionsAndWordsForItsHooks() throws IOException {
        Path token = Files.writeString(work.resolve("token"), stage.sandbox().token());
        Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-------"));
        client.without("VPS_API_TOKEN");
        String hook = OtherClient.HOOK + " --token-file " + token;

        Vpsdns.Outcome outcome = certbot(hook + " auth", hook + " cleanup");

        assertIssued(outcome, work.resolve("certbot/live/example.com/cert.pem"));
    }

    @Test
    @NeedsPrograms("certbot")
    void certbotWithNothingButALinkToTheHook() throws IOException {
        Path link = Files.createSymbolicLink(work.resolve("hook"), Path.of(OtherClient.HOOK));

        Vpsdns.Outcome outcome = certbot(link.toString(), link.toString());
        Files.delete(link);

        assertIssued(outcome, work.resolve("certbot/live/example.com/cert.pem"));
    }

    /** In one run, certbot leaves what the first certificate's hooks had in the environment of the second's. */
    @Test
    @NeedsPrograms("certbot")
    void certbotRenewsSeveralCertificatesInOneRun() {
        assertThat(certbot(OtherClient.HOOK, OtherClient.HOOK).status()).isZero();
        assertThat(certbot(OtherClient.HOOK, OtherClient.HOOK, "--cert-name", "second", "-d", "www.example.com")
                        .status())
                .isZero();
        stage.sandbox().calls().clear();

        Vpsdns.Outcome outcome = client.run(
                "certbot",
                "renew",
                "--force-renewal",
                "--no-verify-ssl",
                "--no-random-sleep-on-renew",
                "--config-dir",
                work.resolve("certbot").toString(),
                "--work-dir",
                work.resolve("certbot-work").toString(),
                "--logs-dir",
                work.resolve("certbot-logs").toString());

        assertThat(outcome.status()).as(outcome.out() + outcome.err()).isZero();
        assertThat(stage.sandbox().calls().count("POST", "/**")).isEqualTo(5);
        assertThat(stage.sandbox().calls().count("DELETE", "/**")).isEqualTo(5);
        assertOnlyTheForeignValueIsLeft();
    }

    @Test
    @NeedsPrograms("certbot")
    void certbotFailsLoudlyWhereTheHookDoes() {
        stage.sandbox().faults().add(Fault.status(403).on("POST", "/**").always());

        Vpsdns.Outcome outcome = certbot(OtherClient.HOOK + " auth", OtherClient.HOOK + " cleanup");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out() + outcome.err())
                .contains("vpsdns: could not write the challenge value at _acme-challenge.example.com");
        assertOnlyTheForeignValueIsLeft();
    }

    @Test
    @NeedsPrograms("lego")
    void lego() {
        assertIssued(lego("default"), work.resolve("lego/certificates/example.com.crt"));
    }

    @Test
    @NeedsPrograms("lego")
    void legoInRawMode() {
        assertIssued(lego("RAW"), work.resolve("lego/certificates/example.com.crt"));
    }

    @Test
    @NeedsPrograms("lego")
    void legoFailsWhereTheHookDoes() {
        client.without("VPS_API_TOKEN");

        Vpsdns.Outcome outcome = lego("default");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out() + outcome.err()).contains("no API token found");
        assertOnlyTheForeignValueIsLeft();
    }

    @Test
    @NeedsPrograms("dehydrated")
    void dehydratedChained() throws IOException {
        Vpsdns.Outcome outcome = dehydrated("yes");

        assertIssued(outcome, work.resolve("dehydrated/certs/example.com/cert.pem"));
        assertThat(stage.sandbox().calls().count("GET", "/dns-zones/")).isEqualTo(2);
    }

    @Test
    @NeedsPrograms("dehydrated")
    void dehydratedOneByOne() throws IOException {
        Vpsdns.Outcome outcome = dehydrated("no");

        assertIssued(outcome, work.resolve("dehydrated/certs/example.com/cert.pem"));
    }

    @Test
    @NeedsPrograms("dehydrated")
    void dehydratedFailsWhereTheHookDoesAndLeavesNothing() throws IOException {
        stage.sandbox().faults().add(Fault.status(403).on("POST", "/**").skip(1).always());

        Vpsdns.Outcome outcome = dehydrated("yes");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err())
                .contains("vpsdns: could not write the challenge value at _acme-challenge.example.com");
        assertOnlyTheForeignValueIsLeft();
    }

    @Test
    @NeedsPrograms({"uacme", "unshare"})
    void uacme() {
        assertIssued(runUacme(), work.resolve("uacme/example.com/cert.pem"));
    }

    @Test
    @NeedsPrograms({"uacme", "unshare"})
    void uacmeFailsWhereTheHookDoes() {
        stage.sandbox().faults().add(Fault.status(403).on("POST", "/**").always());

        Vpsdns.Outcome outcome = runUacme();

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err())
                .contains("vpsdns: could not write the challenge value at _acme-challenge.example.com");
        assertOnlyTheForeignValueIsLeft();
    }

    private Vpsdns.Outcome certbot(String auth, String cleanup, String... more) {
        List<String> line = new ArrayList<>(List.of(
                "certbot",
                "certonly",
                "--non-interactive",
                "--key-type",
                "ecdsa",
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
                auth,
                "--manual-cleanup-hook",
                cleanup,
                "-d",
                "example.com",
                "-d",
                "*.example.com"));
        line.addAll(Arrays.asList(more));
        return client.run(line.toArray(String[]::new));
    }

    private Vpsdns.Outcome lego(String mode) {
        return client.with("LEGO_CA_CERTIFICATES", stage.pebble().serverCa().toString())
                .with("EXEC_PATH", OtherClient.HOOK)
                .with("EXEC_MODE", mode)
                .with("EXEC_SEQUENCE_INTERVAL", "1")
                .run(
                        "lego",
                        "--accept-tos",
                        "--email",
                        "hostmaster@example.com",
                        "--server",
                        stage.pebble().directory().toString(),
                        "--path",
                        work.resolve("lego").toString(),
                        "--dns",
                        "exec",
                        "--dns.disable-cp",
                        "-d",
                        "example.com",
                        "-d",
                        "*.example.com",
                        "run");
    }

    private Vpsdns.Outcome dehydrated(String chain) throws IOException {
        Path base = Files.createDirectories(work.resolve("dehydrated"));
        Path config = base.resolve("config");
        Files.writeString(config, """
                CA="%s"
                CHALLENGETYPE="dns-01"
                ACCOUNT_KEYSIZE="2048"
                KEY_ALGO="prime256v1"
                BASEDIR="%s"
                HOOK="%s"
                HOOK_CHAIN="%s"
                """.formatted(stage.pebble().directory(), base, OtherClient.HOOK, chain));
        client.with("CURL_CA_BUNDLE", stage.pebble().serverCa().toString());
        Vpsdns.Outcome registered =
                client.run("dehydrated", "--config", config.toString(), "--register", "--accept-terms");
        assertThat(registered.status()).as(registered.err()).isZero();
        return client.run(
                "dehydrated", "--config", config.toString(), "--cron", "--domain", "example.com *.example.com");
    }

    /** uacme trusts what the system trusts and nothing else, so it gets a view of the file system where that is Pebble. */
    private Vpsdns.Outcome runUacme() {
        client.with("PEBBLE_CA", stage.pebble().serverCa().toString())
                .with("DIRECTORY", stage.pebble().directory().toString())
                .with("CONFDIR", work.resolve("uacme").toString())
                .with("HOOK", OtherClient.HOOK);
        String uacme = "uacme --yes --no-ocsp --acme-url \"$DIRECTORY\" --confdir \"$CONFDIR\" ";
        return client.run(
                "unshare",
                "--map-root-user",
                "--mount",
                "sh",
                "-c",
                "mount --bind \"$PEBBLE_CA\" /etc/ssl/certs/ca-certificates.crt && " + uacme + "new && exec " + uacme
                        + "--hook \"$HOOK\" issue example.com '*.example.com'");
    }

    private void assertIssued(Vpsdns.Outcome outcome, Path certificate) {
        assertThat(outcome.status()).as(outcome.out() + outcome.err()).isZero();
        assertThat(Certificates.names(Certificates.read(certificate))).containsExactly("*.example.com", "example.com");
        assertOnlyTheForeignValueIsLeft();
    }

    private void assertOnlyTheForeignValueIsLeft() {
        assertThat(stage.records())
                .singleElement()
                .satisfies(record -> assertThat(record.value()).isEqualTo(FOREIGN));
    }
}
