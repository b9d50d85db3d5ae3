// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.cli.testing.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What is said where there is nothing, or something broken; {@code ImportIT} takes over what certbot really wrote. */
class AcmeImportTest {
    @TempDir
    Path directory;

    private Path certbot;

    @BeforeEach
    void makeDirectory() throws IOException {
        certbot = directory.resolve("letsencrypt");
        Files.createDirectories(certbot.resolve("renewal"));
    }

    private Run imports(String... more) {
        String[] line = new String[more.length + 6];
        System.arraycopy(
                new String[] {
                    "acme",
                    "import",
                    "--from",
                    certbot.toString(),
                    "--dir",
                    directory.resolve("acme").toString()
                },
                0,
                line,
                0,
                6);
        System.arraycopy(more, 0, line, 6, more.length);
        return Run.of(line);
    }

    @Test
    void saysThatThereIsNothing() {
        Run run = imports();

        assertThat(run.status()).isZero();
        assertThat(run.err()).isEqualTo("certbot renews nothing in '" + certbot + "'\n");
        assertThat(imports("--json").out()).isEqualTo("[]\n");
    }

    @Test
    void saysThatItIsNoDirectoryOfCertbots() throws IOException {
        Files.delete(certbot.resolve("renewal"));

        Run run = imports();

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo("vpsdns: '" + certbot
                        + "' has no directory renewal; expected the configuration directory of certbot\n");
    }

    /** It would be kept for every renewal. */
    @Test
    void refusesATrustFileThatIsNotThere() {
        Run run = imports("--server-ca", "/nowhere.pem");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--server-ca: '/nowhere.pem' does not exist");
    }

    @Test
    void failsAtTheEndWhereOneCannotBeTaken() throws IOException {
        Files.writeString(certbot.resolve("renewal/a.conf"), "[renewalparams]\nserver = https://ca.example/dir\n");
        Files.writeString(certbot.resolve("renewal/b.conf"), "nonsense\n");

        Run run = imports();
        JsonNode json = imports("--json").json();

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err())
                .contains(
                        "a: the certificate a of certbot: cannot read '",
                        "b: '" + certbot.resolve("renewal/b.conf")
                                + "' line 1 is neither a section nor 'name = value'\n");
        assertThat(json.get(1).get("action").asString()).isEqualTo("failed");
        assertThat(json.get(1).get("remarks").get(0).asString()).contains("line 1 is neither");
    }
}
