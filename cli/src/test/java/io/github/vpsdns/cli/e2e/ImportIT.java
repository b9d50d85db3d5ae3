// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.sandbox.junit.NeedsPrograms;
import io.github.vpsdns.sandbox.peer.PebbleOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From certbot to here: its certificate, settings and account, with which everything goes on. */
@NeedsPrograms({"named", "rndc", "pebble", "certbot"})
final class ImportIT {
    @TempDir
    private Path work;

    @Test
    void goesOnWithCertbotsAccount() throws IOException {
        try (Stage stage = Stage.set(work, PebbleOptions.DEFAULT.withoutValidation())) {
            Certbot certbot = new Certbot(stage.pebble(), Files.createDirectory(work.resolve("certbot")));
            certbot.certonly(
                    "-d", "example.com", "-d", "*.example.com", "--key-type", "rsa", "--deploy-hook", "/bin/true");
            String account = accountUrl(certbot.directory());

            String imported = run(
                    stage,
                    "import",
                    "--from",
                    certbot.directory().toString(),
                    "--server-ca",
                    stage.pebble().serverCa().toString());
            X509Certificate certificate = Certificates.read(stage.live().resolve("cert.pem"));

            assertThat(imported).startsWith("example.com: taken over from certbot\n");
            assertThat(Certificates.names(certificate)).containsExactly("*.example.com", "example.com");
            assertThat(run(stage, "account", "show")).startsWith(account).contains("key          rsa2048");

            run(stage, "issue", "-d", "example.com", "-d", "*.example.com");
            assertThat(run(stage, "account", "rollover")).startsWith(account).contains("key          p256");
            run(stage, "issue", "-d", "example.com", "-d", "*.example.com");
            run(stage, "revoke", "example.com");

            assertThat(run(stage, "account", "show")).startsWith(account);
            assertThat(PebbleStatus.of(stage.pebble(), certificate)).contains("\"Status\":\"Valid\"");
            assertThat(PebbleStatus.of(
                            stage.pebble(), Certificates.read(stage.live().resolve("cert.pem"))))
                    .contains("\"Status\":\"Revoked\"");
            assertThat(stage.records()).isEmpty();
        }
    }

    @Test
    void revokesWhatCertbotGot() throws IOException {
        try (Stage stage = Stage.set(work, PebbleOptions.DEFAULT.withoutValidation())) {
            Certbot certbot = new Certbot(stage.pebble(), Files.createDirectory(work.resolve("certbot")));
            certbot.certonly("-d", "example.com");
            run(
                    stage,
                    "import",
                    "example.com",
                    "--from",
                    certbot.directory().toString(),
                    "--server-ca",
                    stage.pebble().serverCa().toString());

            run(stage, "revoke", "example.com", "--reason", "cessationOfOperation");

            assertThat(PebbleStatus.of(
                            stage.pebble(), Certificates.read(stage.live().resolve("cert.pem"))))
                    .contains("\"Status\":\"Revoked\"", "\"Reason\":5");
        }
    }

    private static String accountUrl(Path certbot) throws IOException {
        try (Stream<Path> files = Files.walk(certbot.resolve("accounts"))) {
            Path registration =
                    files.filter(file -> file.endsWith("regr.json")).findFirst().orElseThrow();
            return Files.readString(registration).replaceFirst("(?s).*\"uri\": \"([^\"]+)\".*", "$1");
        }
    }

    private static String run(Stage stage, String... words) {
        String[] line = Stream.concat(Stream.of("acme"), Stream.of(words)).toArray(String[]::new);
        Vpsdns.Outcome outcome = stage.vpsdns().run(line);
        assertThat(outcome.status())
                .as(String.join(" ", line) + ": " + outcome.err())
                .isZero();
        return outcome.out();
    }
}
