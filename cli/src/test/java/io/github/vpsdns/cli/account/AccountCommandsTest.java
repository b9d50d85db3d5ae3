// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.cli.testing.Run;
import io.github.vpsdns.cli.testing.SandboxRuns;
import io.github.vpsdns.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountCommandsTest {
    @TempDir
    Path directory;

    private final Sandbox sandbox = Sandbox.start("example.com");

    @BeforeEach
    void makeTheAccount() {
        assertThat(issue(sandbox).status()).isZero();
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    private Run issue(Sandbox where) {
        return SandboxRuns.all(where)
                .run(
                        "acme",
                        "issue",
                        "-d",
                        "example.com",
                        "--email",
                        "admin@example.com",
                        "--dir",
                        directory.toString());
    }

    /** Without the API's address or token. */
    private Run account(String... words) {
        return Run.of(Stream.concat(
                        Stream.of("acme", "account"),
                        Stream.concat(Stream.of(words), Stream.of("--dir", directory.toString())))
                .toArray(String[]::new));
    }

    @Test
    void showsTheOneAccountThatIsThere() {
        Run run = account("show");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out())
                .contains(
                        "  status       valid\n",
                        "  contacts     mailto:admin@example.com\n",
                        "  key          p256\n",
                        "(agreed)");
    }

    @Test
    void showsItAsJson() {
        Run run = account("show", "--json");

        assertThat(run.json().get("status").asString()).isEqualTo("valid");
        assertThat(run.json().get("server").asString())
                .isEqualTo(sandbox.acmeDirectory().toString());
        assertThat(run.json().get("contacts").get(0).asString()).isEqualTo("mailto:admin@example.com");
        assertThat(run.json().get("terms_agreed").asBoolean()).isTrue();
        assertThat(run.json().get("external_key_id").isNull()).isTrue();
    }

    @Test
    void changesTheAddresses() {
        Run run = account("update", "--email", "a@example.com", "--email", "b@example.com");

        assertThat(run.out()).contains("mailto:a@example.com, mailto:b@example.com");
    }

    @Test
    void takesTheAddressesBack() {
        assertThat(account("update", "--no-email").out()).contains("  contacts     none that the CA shows\n");
    }

    @Test
    void needsToKnowWhichAddress() {
        assertThat(account("update").err())
                .isEqualTo("vpsdns: nothing to change; give --email ADDRESS, as often as needed, or --no-email\n");
        assertThat(account("update", "--no-email", "--email", "a@example.com").status())
                .isEqualTo(2);
        assertThat(account("update", "--email", "a").err())
                .startsWith("vpsdns: 'a' is not a mail address; expected one such as admin@example.com\n");
    }

    @Test
    void changesTheKeyAndStaysUsable() throws IOException {
        String before = key();

        Run run = account("rollover", "--account-key-type", "p384");

        assertThat(run.out()).contains("  key          p384\n");
        assertThat(key()).isNotEqualTo(before);
        assertThat(issue(sandbox).status()).isZero();
    }

    @Test
    void deactivatesOnlyWhenTold() {
        Run asked = account("deactivate");
        Run told = account("deactivate", "--yes");

        assertThat(asked.status()).isEqualTo(2);
        assertThat(asked.err()).contains("nothing was done: this would close the account", "--yes");
        assertThat(told.status()).as(told.err()).isZero();
        assertThat(told.out()).startsWith("deactivated the account at http");
        assertThat(account("show").err()).startsWith("vpsdns: there is no account in '");
    }

    @Test
    void wantsTheCaNamedWhereThereAreAccountsAtSeveral() {
        try (Sandbox other = Sandbox.start("example.com")) {
            assertThat(issue(other).status()).isZero();

            Run unnamed = account("show");
            Run named = account("show", "--server", other.acmeDirectory().toString(), "--json");

            assertThat(unnamed.status()).isEqualTo(2);
            assertThat(unnamed.err())
                    .contains(List.of("--server: ", other.acmeDirectory().toString()));
            assertThat(named.json().get("server").asString())
                    .isEqualTo(other.acmeDirectory().toString());
        }
    }

    @Test
    void saysThatThereIsNoneAtThatCa() {
        Run run = account("show", "--server", "letsencrypt");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err())
                .startsWith(
                        "vpsdns: there is no account at the CA https://acme-v02.api.letsencrypt.org/directory here;");
    }

    private String key() throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve("accounts"))) {
            Path key = files.filter(file -> file.getFileName().toString().matches("key.*\\.pem"))
                    .findFirst()
                    .orElseThrow();
            return Files.readString(key);
        }
    }

    @Test
    void keepsTheContactsOverTheNextRenewal() {
        assertThat(account("update", "--email", "new@example.com").status()).isZero();

        Run renewal = SandboxRuns.all(sandbox).run("acme", "renew", "--force", "--dir", directory.toString());

        assertThat(renewal.status()).as(renewal.err()).isZero();
        assertThat(account("show").out()).contains("  contacts     mailto:new@example.com\n");
    }
}
