// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.cli.testing.Run;
import io.github.vpsdns.cli.testing.Run.Surroundings;
import io.github.vpsdns.cli.testing.SandboxRuns;
import io.github.vpsdns.sandbox.Sandbox;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wrong and missing access to the API: one sentence and the right exit status for each. */
class ApiAccessTest {
    private final Sandbox sandbox =
            Sandbox.builder().withoutAcme().withoutDns().zone("example.com").start();
    private final Surroundings good = SandboxRuns.api(sandbox);

    @TempDir
    Path directory;

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void namesThePlacesOfATokenWhenThereIsNone() {
        Run run = good.without("VPS_API_TOKEN").run("zones", "list");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).hasLineCount(1).contains("token file", "VPS_API_TOKEN", "VPS_API_TOKEN_FILE");
        assertThat(sandbox.calls().all()).isEmpty();
    }

    @Test
    void readsTheTokenFromAFile() throws IOException {
        Path file = secret(sandbox.token() + "\n", "rw-------");

        assertThat(good.without("VPS_API_TOKEN")
                        .run("zones", "list", "--token-file", file.toString())
                        .status())
                .isZero();
    }

    @Test
    void prefersTheTokenFileOfTheLine() throws IOException {
        Path file = secret(sandbox.token(), "rw-------");

        assertThat(good.with("VPS_API_TOKEN", "vps_another")
                        .run("zones", "list", "--token-file", file.toString())
                        .status())
                .isZero();
    }

    @Test
    void refusesATokenFileThatOthersCanRead() throws IOException {
        Path file = secret(sandbox.token(), "rw-r--r--");

        Run run = good.without("VPS_API_TOKEN").run("zones", "list", "--token-file", file.toString());

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).hasLineCount(1).contains(file.toString(), "chmod 600");
    }

    @Test
    void refusesATokenOfTheWrongFormWithoutShowingIt() {
        Run run = good.with("VPS_API_TOKEN", "hunter2").run("zones", "list");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).hasLineCount(1).contains("vps_").doesNotContain("hunter2");
    }

    @Test
    void tellsAWrongTokenFromAMissingPermission() {
        Run wrong = good.with("VPS_API_TOKEN", "vps_wrong").run("zones", "list");
        Run weak = good.with("VPS_API_TOKEN", sandbox.token("dns:list")).run("zones", "create", "new.example");

        assertThat(wrong.status()).isEqualTo(1);
        assertThat(wrong.err()).hasLineCount(1).contains("401", "check that the API token is right");
        assertThat(weak.status()).isEqualTo(1);
        assertThat(weak.err()).hasLineCount(1).contains("403", "permission");
    }

    @Test
    void asksToTryAgainWhenTheApiCannotBeReached() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }

        Run run = good.with("VPS_API_URL", "http://127.0.0.1:" + closed)
                .with("VPS_API_TIMEOUT", "3s")
                .run("zones", "list");

        assertThat(run.status()).isEqualTo(75);
        assertThat(run.err()).hasLineCount(1).contains("127.0.0.1:" + closed, "try again");
    }

    @Test
    void sendsNoTokenInTheClear() {
        Run run = good.with("VPS_API_URL", "http://api.example.com").run("zones", "list");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).hasLineCount(1).contains("https");
    }

    @Test
    void namesTheVariableAWrongValueCameFrom() {
        Run run = good.with("VPS_API_TIMEOUT", "soon").run("zones", "list");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("'soon' is not a duration", "VPS_API_TIMEOUT");
    }

    @Test
    void prefersTheLineToTheEnvironment() {
        Run run = good.with("VPS_API_URL", "http://api.example.com")
                .run("zones", "list", "--api-url", sandbox.apiUrl().toString());

        assertThat(run.status()).isZero();
    }

    @Test
    void showsTheTokenNowhereHoweverVerbose() {
        Run run = good.with("VPS_API_URL", "http://127.0.0.1:1")
                .with("VPS_API_TIMEOUT", "100ms")
                .run("zones", "list", "-vv");

        assertThat(run.err() + run.out()).doesNotContain(sandbox.token());
    }

    private Path secret(String text, String mode) throws IOException {
        Path file = directory.resolve("token");
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        return file;
    }
}
