// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.sandbox.peer.PebbleOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an account at a CA can do besides issuing, at any version of Pebble. */
abstract class AccountContract {
    private static final String HMAC = "zWNDZM6eQGHWpSRTPal5eIUYFTu7EajVIoguysqZ9wG44nMEtx3MUAsUDkMTQ12W";

    @TempDir
    private Path work;

    private final PebbleOptions options;

    AccountContract(String program) {
        this.options = PebbleOptions.DEFAULT.withProgram(program);
    }

    @Test
    void revokesByTheAccount() {
        try (Stage stage = Stage.set(work, options)) {
            X509Certificate certificate = issue(stage);

            // The second time it is revoked already, which is what was wanted.
            succeed(stage, "acme", "revoke", Stage.ZONE, "--reason", "superseded");
            succeed(
                    stage,
                    "acme",
                    "revoke",
                    Stage.ZONE,
                    "--server",
                    stage.pebble().directory().toString(),
                    "--server-ca",
                    stage.pebble().serverCa().toString());

            assertThat(PebbleStatus.of(stage.pebble(), certificate)).contains("\"Status\":\"Revoked\"", "\"Reason\":4");
            assertThat(succeed(stage, "acme", "list")).contains("(revoked)");
        }
    }

    @Test
    void revokesByTheCertificatesKey() {
        try (Stage stage = Stage.set(work, options)) {
            X509Certificate certificate = issue(stage);

            succeed(stage, "acme", "revoke", Stage.ZONE, "--reason", "keyCompromise", "--by", "certificate-key");

            assertThat(PebbleStatus.of(stage.pebble(), certificate)).contains("\"Status\":\"Revoked\"", "\"Reason\":1");
        }
    }

    @Test
    void changesTheKeyToEveryKindAndIssuesWithIt() {
        try (Stage stage = Stage.set(work, options)) {
            issue(stage);
            String url = succeed(stage, "acme", "account", "show")
                    .lines()
                    .findFirst()
                    .orElseThrow();

            for (String type : new String[] {"rsa2048", "p384", "p256"}) {
                assertThat(succeed(stage, "acme", "account", "rollover", "--account-key-type", type))
                        .startsWith(url)
                        .contains("key          " + type);
            }
            issue(stage);
            assertThat(succeed(stage, "acme", "account", "show")).startsWith(url);
        }
    }

    @Test
    void changesTheAddresses() {
        try (Stage stage = Stage.set(work, options)) {
            issue(stage);

            assertThat(succeed(
                            stage, "acme", "account", "update", "--email", "a@example.org", "--email", "b@example.org"))
                    .contains("mailto:a@example.org, mailto:b@example.org");
            assertThat(succeed(stage, "acme", "account", "update", "--no-email"))
                    .contains("contacts     none that the CA shows");
        }
    }

    @Test
    void closesTheAccountAndMakesAnotherForTheNextCertificate() {
        try (Stage stage = Stage.set(work, options)) {
            issue(stage);
            String url = succeed(stage, "acme", "account", "show")
                    .lines()
                    .findFirst()
                    .orElseThrow();

            succeed(stage, "acme", "account", "deactivate", "--yes");
            issue(stage);

            assertThat(succeed(stage, "acme", "account", "show")).doesNotStartWith(url);
        }
    }

    @Test
    void bindsTheAccountToThatOfACustomer() throws IOException {
        try (Stage stage = Stage.set(work, options.withExternalAccount("customer-1", HMAC))) {
            Path hmac = Files.writeString(
                    Files.createFile(
                            work.resolve("hmac"),
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))),
                    HMAC + "\n");
            Vpsdns.Outcome unbound = stage.vpsdns().run("acme", "issue", "-d", Stage.ZONE);
            Vpsdns.Outcome wrong = stage.vpsdns()
                    .run(
                            "acme",
                            "issue",
                            "-d",
                            Stage.ZONE,
                            "--eab-kid",
                            "customer-2",
                            "--eab-hmac-file",
                            hmac.toString());
            succeed(
                    stage,
                    "acme",
                    "issue",
                    "-d",
                    Stage.ZONE,
                    "--eab-kid",
                    "customer-1",
                    "--eab-hmac-file",
                    hmac.toString());

            assertThat(unbound.status()).isEqualTo(2);
            assertThat(unbound.err()).contains("--eab-kid, --eab-hmac-file");
            assertThat(wrong.status()).isEqualTo(1);
            assertThat(wrong.err()).contains("making an account at the CA: the CA localhost refused: ");
            // Later ones need no binding.
            issue(stage);
        }
    }

    private static X509Certificate issue(Stage stage) {
        succeed(stage, "acme", "issue", "-d", Stage.ZONE);
        return Certificates.read(stage.live().resolve("cert.pem"));
    }

    private static String succeed(Stage stage, String... words) {
        Vpsdns vpsdns = stage.vpsdns();
        boolean needsToken = Stream.of(words).anyMatch("issue"::equals);
        Vpsdns.Outcome outcome = (needsToken ? vpsdns : vpsdns.with("VPS_API_TOKEN", "")).run(words);
        assertThat(outcome.status())
                .as(String.join(" ", words) + ": " + outcome.err())
                .isZero();
        return outcome.out();
    }
}
