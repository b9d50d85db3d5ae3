// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.acme;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.cli.terminal.Screen;
import io.github.vpsdns.cli.testing.Run;
import io.github.vpsdns.cli.testing.Run.Surroundings;
import io.github.vpsdns.cli.testing.SandboxRuns;
import io.github.vpsdns.sandbox.Sandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class AcmeIssueTest {
    private final Sandbox sandbox = Sandbox.start("example.com");

    @TempDir
    Path directory;

    private Surroundings surroundings;

    @BeforeEach
    void prepare() {
        surroundings = SandboxRuns.all(sandbox).with("VPSDNS_ACME_DIR", state().toString());
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void printsTheCertificateAndWhereItIs() {
        Run run = issue("-d", "example.com", "-d", "*.example.com");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("example.com, *.example.com", "CN=vpsdns sandbox", "p256")
                .contains(state().resolve("live/example.com/fullchain.pem").toString())
                .contains(state().resolve("live/example.com/privkey.pem").toString());
        assertThat(sandbox.zones().records("example.com")).isEmpty();
    }

    @Test
    void tellsEachNameAndEachServerOnTheWay() {
        String err = issue("-d", "example.com,*.example.com").err();

        assertThat(err)
                .contains("ordered a certificate for example.com, *.example.com\n")
                .contains(
                        "example.com: 127.0.0.1:" + sandbox.nameServers().get(0).getPort() + " ")
                .contains("*.example.com: proven\n")
                .contains("removed 2 challenge values\n");
    }

    @Test
    void rewritesProgressInPlaceOnATerminal() {
        surroundings = surroundings.on(new Screen(true, true, 24, 80));

        assertThat(issue("-d", "example.com").err()).contains("\u001b[1A\r\u001b[J", "  example.com  proven\n");
    }

    @Test
    void printsOneJsonDocumentAndNothingElse() {
        Run run = issue("-d", "example.com", "--json");

        JsonNode certificate = run.json().get("certificate");
        assertThat(certificate.get("lineage").asString()).isEqualTo("example.com");
        assertThat(certificate.get("names").get(0).asString()).isEqualTo("example.com");
        assertThat(certificate.get("state").asString()).isEqualTo("valid");
        assertThat(Path.of(certificate.get("private_key").asString())).exists();
        assertThat(certificate.get("keystore").isNull()).isTrue();
        assertThat(run.json().get("api_calls").get("total").asInt()).isEqualTo(4);
        assertThat(run.json()
                        .get("api_calls")
                        .get("by_operation")
                        .get("createRecord")
                        .asInt())
                .isEqualTo(1);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void takesEveryOptionOfTheCertificate() throws Exception {
        Path password = secret("password", "changeit\n", "rw-------");
        Path hooked = directory.resolve("hooked");

        Run run = issue(
                "-d",
                "www.example.com",
                "--name",
                "web",
                "--key-type",
                "rsa2048",
                "--profile",
                "shortlived",
                "--email",
                "hostmaster@example.com",
                "--challenge",
                "dns-account-01",
                "--propagation-timeout",
                "2m",
                "--keystore-password-file",
                password.toString(),
                "--deploy-hook",
                "echo \"$RENEWED_DOMAINS\" > '" + hooked + "'",
                "--json");

        assertThat(run.status()).as(run.err()).isZero();
        JsonNode certificate = run.json().get("certificate");
        assertThat(certificate.get("lineage").asString()).isEqualTo("web");
        assertThat(certificate.get("key_type").asString()).isEqualTo("rsa2048");
        assertThat(Path.of(certificate.get("keystore").asString())).exists();
        assertThat(hooked).hasContent("www.example.com");
    }

    @Test
    void readsEveryOptionFromTheEnvironment() {
        surroundings = surroundings
                .with("VPSDNS_ACME_DOMAIN", "a.example.com, b.example.com")
                .with("VPSDNS_ACME_NAME", "both")
                .with("VPSDNS_ACME_KEY_TYPE", "p384")
                .with("VPSDNS_ACME_REUSE_KEY", "no");

        JsonNode certificate = issue("--json").json().get("certificate");

        assertThat(certificate.get("lineage").asString()).isEqualTo("both");
        assertThat(certificate.get("names").size()).isEqualTo(2);
        assertThat(certificate.get("key_type").asString()).isEqualTo("p384");
    }

    @Test
    void keepsTheKeyWhenAsked() throws Exception {
        assertThat(issue("-d", "example.com").status()).isZero();
        String first = Files.readString(state().resolve("live/example.com/privkey.pem"));
        assertThat(issue("-d", "example.com", "--reuse-key").status()).isZero();

        assertThat(state().resolve("live/example.com/privkey.pem")).hasContent(first);
    }

    @Test
    void keepsTheCertificateAndSaysSoWhenTheDeployHookFails() {
        Run run = issue("-d", "example.com", "--deploy-hook", "exit 3");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("live/example.com/fullchain.pem");
        assertThat(run.err()).contains("hook", "3");
    }

    private Path secret(String name, String text, String mode) throws Exception {
        Path file = directory.resolve(name);
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        return file;
    }

    private Path state() {
        return directory.resolve("acme");
    }

    private Run issue(String... args) {
        String[] line = new String[args.length + 2];
        line[0] = "acme";
        line[1] = "issue";
        System.arraycopy(args, 0, line, 2, args.length);
        return surroundings.run(line);
    }
}
