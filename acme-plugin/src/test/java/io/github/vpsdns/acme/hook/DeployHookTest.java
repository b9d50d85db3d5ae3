// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.acme.pem.KeyType;
import io.github.vpsdns.acme.store.CertificateFiles;
import io.github.vpsdns.acme.store.Lineage;
import io.github.vpsdns.acme.store.LineageName;
import io.github.vpsdns.acme.store.StateDirectory;
import io.github.vpsdns.acme.testing.TestCertificates;
import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.InvalidValueException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeployHookTest {
    private static final URI SERVER = URI.create("https://ca.example/dir");

    @TempDir
    private Path directory;

    private Lineage lineage;

    @BeforeEach
    void install() {
        KeyPair key = KeyType.P256.generate();
        StateDirectory state = new StateDirectory(directory.resolve("state")).prepare();
        lineage = state.lineages()
                .install(
                        new LineageName("example.com"),
                        new CertificateFiles(
                                TestCertificates.chain(key, "example.com", "*.example.com"), key.getPrivate(), null));
    }

    private Map<String, String> environmentOf(String command) throws IOException {
        Path told = directory.resolve("told");
        new DeployHook(command + " >" + told).run(lineage, SERVER);
        return Files.readAllLines(told).stream()
                .filter(line -> line.contains("="))
                .collect(Collectors.toMap(line -> line.split("=", 2)[0], line -> line.split("=", 2)[1], (a, b) -> a));
    }

    @Test
    void tellsTheHookWhatCertbotsAndLegosHooksAreTold() throws IOException {
        assertThat(environmentOf("env"))
                .containsEntry("RENEWED_LINEAGE", lineage.live().toString())
                .containsEntry("RENEWED_DOMAINS", "example.com *.example.com")
                .containsEntry("LEGO_HOOK_CERT_DOMAINS", "example.com,*.example.com")
                .containsEntry("LEGO_HOOK_CERT_NAME", "example.com")
                .containsEntry("LEGO_HOOK_CERT_PATH", lineage.live() + "/fullchain.pem")
                .containsEntry("LEGO_HOOK_CERT_KEY_PATH", lineage.live() + "/privkey.pem")
                .containsEntry("LEGO_HOOK_ISSUER_CERT_PATH", lineage.live() + "/chain.pem")
                .containsEntry("LEGO_HOOK_ACCOUNT_SERVER", "https://ca.example/dir")
                .doesNotContainKeys("LEGO_HOOK_CERT_PFX_PATH", "VPS_API_TOKEN");
    }

    @Test
    void givesTheHookNoInput() throws IOException {
        assertThat(environmentOf("echo input=$(cat)")).containsEntry("input", "");
    }

    @Test
    void quotesTheLastLinesOfAHookThatFails() {
        DeployHook hook = new DeployHook("seq 1 9; echo no such service >&2; exit 7");

        assertThatThrownBy(() -> hook.run(lineage, SERVER))
                .isInstanceOf(DeployHookException.class)
                .hasMessageEndingWith("the deploy hook ended with status 7: 6 | 7 | 8 | 9 | no such service");
    }

    @Test
    void killsAHookThatTakesTooLong() {
        DeployHook hook =
                new DeployHook("echo begun; sleep 60; touch " + directory.resolve("late"), Duration.ofMillis(500));

        assertThatThrownBy(() -> hook.run(lineage, SERVER))
                .isInstanceOf(DeployHookException.class)
                .hasMessageContaining("did not end within 0 s and was killed: begun");
        assertThat(directory.resolve("late")).doesNotExist();
    }

    @Test
    void givesTheShellOfAHookThatTakesTooLongNoMomentToGoOn() throws Exception {
        Path late = directory.resolve("late");
        // The shell goes on as soon as its sleep is killed, without having to start another program.
        for (int i = 0; i < 40; i++) {
            DeployHook hook = new DeployHook("sleep 60; echo late >>" + late, Duration.ofMillis(50));
            assertThatThrownBy(() -> hook.run(lineage, SERVER)).isInstanceOf(DeployHookException.class);
        }
        assertThat(late).doesNotExist();
    }

    @Test
    void keepsOnlyTheBeginningOfALineWithoutEnd() {
        DeployHook hook = new DeployHook("head -c 3000000 /dev/zero | tr '\\0' x; echo; echo end; exit 7");

        assertThatThrownBy(() -> hook.run(lineage, SERVER))
                .isInstanceOf(DeployHookException.class)
                .hasMessageEndingWith("status 7: " + "x".repeat(1000) + "... | end");
    }

    @Test
    void endsAtOnceOnAnInterrupt() {
        DeployHook hook = new DeployHook("sleep 60");
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> hook.run(lineage, SERVER)).isInstanceOf(CancelledException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void doesNotWaitForAServerThatTheHookStarted() {
        long begin = System.nanoTime();

        new DeployHook("sleep 20 & exit 0").run(lineage, SERVER);

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void refusesAnEmptyCommand() {
        assertThatThrownBy(() -> new DeployHook(" "))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("the deploy hook is empty; expected a command for the shell");
    }
}
