// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.cli.testing.Run;
import io.github.vpsdns.cli.testing.SandboxRuns;
import io.github.vpsdns.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcmeRevokeTest {
    @TempDir
    Path directory;

    private final Sandbox sandbox = Sandbox.start("example.com");

    @BeforeEach
    void issue() {
        Run run = SandboxRuns.all(sandbox).run("acme", "issue", "-d", "example.com", "--dir", directory.toString());
        assertThat(run.status()).as(run.err()).isZero();
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    /** Without the API's address or token. */
    private Run acme(String... words) {
        return Run.of(Stream.concat(
                        Stream.of("acme"), Stream.concat(Stream.of(words), Stream.of("--dir", directory.toString())))
                .toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"account", "certificate-key"})
    void revokesByEitherRight(String by) {
        Run run = acme("revoke", "example.com", "--by", by, "--reason", "keyCompromise");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out())
                .matches("revoked the certificate example\\.com \\(serial [0-9a-f]+\\); it is not renewed, and its"
                        + " files stay in .*live/example\\.com\n");
        assertThat(sandbox.acme().isRevoked(sandbox.acme().certificates().get(0)))
                .isTrue();
    }

    @Test
    void isNoAlarmThatWhatWasGivenUpOnPurposeExpires() {
        assertThat(acme("list", "--fail-within", "400d").status()).isEqualTo(1);

        acme("revoke", "example.com");

        assertThat(acme("list", "--fail-within", "400d").status()).isZero();
    }

    @Test
    void listsItAsRevokedFromThenOn() {
        acme("revoke", "example.com");

        assertThat(acme("list").out()).contains("(revoked)");
        assertThat(acme("list", "--json").json().get(0).get("state").asString()).isEqualTo("revoked");
    }

    @Test
    void isNoFailureTheSecondTime() {
        acme("revoke", "example.com");

        Run again = acme(
                "revoke", "example.com", "--server", sandbox.acmeDirectory().toString(), "--json");

        assertThat(again.status()).as(again.err()).isZero();
        assertThat(again.json().get("revoked_now").asBoolean()).isFalse();
        assertThat(again.json().get("was_renewed").asBoolean()).isFalse();
    }

    @Test
    void saysWhatItAccepts() {
        assertThat(acme("revoke", "example.com", "--reason", "boredom").err())
                .startsWith("vpsdns: 'boredom' is no reason for a revocation; expected one of unspecified (0),");
        assertThat(acme("revoke", "example.com", "--by", "magic").err())
                .startsWith("vpsdns: --by: 'magic' has no right; expected account or certificate-key\n");
        assertThat(acme("revoke", "nothing").err()).startsWith("vpsdns: there is no certificate 'nothing' in '");
        assertThat(acme("revoke", "nothing").status()).isEqualTo(2);
    }

    @Test
    void deletesOnlyWhenTold() {
        Run asked = acme("delete", "example.com");
        Run told = acme("delete", "example.com", "--yes");

        assertThat(asked.status()).isEqualTo(2);
        assertThat(asked.err()).contains("nothing was deleted", "--yes");
        assertThat(told.out()).isEqualTo("deleted the certificate example.com, which is not renewed any more\n");
        assertThat(directory.resolve("live")).isEmptyDirectory();
        assertThat(directory.resolve("archive")).isEmptyDirectory();
        assertThat(directory.resolve("renewal")).isEmptyDirectory();
        assertThat(directory.resolve("schedule")).isDirectoryNotContaining("glob:**/example.com*");
        assertThat(acme("delete", "example.com").err())
                .startsWith("vpsdns: there is no certificate 'example.com' in '");
        assertThat(acme("delete", "example.com").status()).isEqualTo(2);
    }
}
