// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.acme;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.cli.testing.Run;
import io.github.vpsdns.cli.testing.Run.Surroundings;
import io.github.vpsdns.cli.testing.SandboxRuns;
import io.github.vpsdns.sandbox.Sandbox;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code acme issue} refuses: one sentence and the right exit status for each, and a clean zone. */
class AcmeUsageTest {
    private static final Sandbox SANDBOX = Sandbox.start("example.com");

    @TempDir
    Path directory;

    private Surroundings surroundings;

    @BeforeEach
    void prepare() {
        SANDBOX.calls().clear();
        surroundings = SandboxRuns.all(SANDBOX)
                .with("VPSDNS_ACME_DIR", directory.resolve("acme").toString());
    }

    @AfterEach
    void leavesNothing() {
        assertThat(SANDBOX.zones().records("example.com")).isEmpty();
    }

    @AfterAll
    static void stop() {
        SANDBOX.close();
    }

    @Test
    void needsAName() {
        refused(2, "-d NAME", issue());
    }

    @Test
    void needsNamesThatAreNames() {
        refused(2, "'a..b' is not a domain name", issue("-d", "a..b"));
    }

    @Test
    void needsAKeyTypeThatExists() {
        refused(2, "'dsa' is not a key type", issue("-d", "example.com", "--key-type", "dsa"));
    }

    @Test
    void needsAChallengeThatIsAnswered() {
        refused(2, "http-01", issue("-d", "example.com", "--challenge", "http-01"));
    }

    @Test
    void needsACaThatIsOne() {
        refused(2, "'letsdecrypt' is not the address of a CA", issue("-d", "example.com", "--server", "letsdecrypt"));
    }

    @Test
    void needsBothPartsOfAnExternalAccountBinding() {
        refused(2, "--eab-hmac-file", issue("-d", "example.com", "--eab-kid", "kid-1"));
    }

    @Test
    void needsSecretFilesThatAreSecret() throws IOException {
        Path file = directory.resolve("password");
        Files.writeString(file, "changeit");
        Files.setPosixFilePermissions(file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r-----"));

        refused(2, "chmod 600", issue("-d", "example.com", "--keystore-password-file", file.toString()));
    }

    @Test
    void needsAToken() {
        surroundings = surroundings.without("VPS_API_TOKEN");

        refused(2, "no API token", issue("-d", "example.com"));
    }

    @Test
    void needsAgreementToTheTerms() {
        surroundings = surroundings.without("VPSDNS_ACME_AGREE_TOS");

        refused(1, "terms", issue("-d", "example.com"));
    }

    @Test
    void needsNamesInZonesOfTheAccount() {
        refused(1, "no zone of this account covers", issue("-d", "www.nowhere.net"));
    }

    @Test
    void needsADirectoryItCanWriteTo() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        refused(1, file.toString(), issue("-d", "example.com", "--dir", file.toString()));
        refused(1, "/proc/acme", issue("-d", "example.com", "--dir", "/proc/acme"));
    }

    @Test
    void needsPermissionToWriteRecords() {
        surroundings = surroundings.with("VPS_API_TOKEN", SANDBOX.token("dns:list"));

        refused(1, "403", issue("-d", "example.com"));
    }

    @Test
    void needsACaThatCanBeReached() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        String nowhere = "http://127.0.0.1:" + closed + "/directory";

        refused(75, "127.0.0.1", issue("-d", "example.com", "--server", nowhere));
    }

    private static void refused(int status, String word, Run run) {
        assertThat(run.status()).as(run.err()).isEqualTo(status);
        assertThat(run.err().lines().filter(line -> line.startsWith("vpsdns: ")))
                .singleElement()
                .asString()
                .contains(word);
        assertThat(run.err()).doesNotContain("\tat ");
        assertThat(run.out()).isEmpty();
    }

    private Run issue(String... args) {
        String[] line = new String[args.length + 2];
        line[0] = "acme";
        line[1] = "issue";
        System.arraycopy(args, 0, line, 2, args.length);
        return surroundings.run(line);
    }
}
