// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.acme;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.acme.pem.Csr;
import io.github.vpsdns.acme.pem.KeyType;
import io.github.vpsdns.cli.testing.Run;
import io.github.vpsdns.cli.testing.Run.Surroundings;
import io.github.vpsdns.cli.testing.SandboxRuns;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.acme.control.AcmeFault;
import io.github.vpsdns.sandbox.acme.control.Endpoint;
import io.github.vpsdns.sandbox.acme.model.Problem;
import io.github.vpsdns.sandbox.acme.model.ProblemType;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What {@code acme issue} refuses: one sentence and the right exit status for each, and a clean zone. */
class AcmeUsageTest {
    private static final Sandbox SANDBOX = Sandbox.start("example.com");

    @TempDir
    Path directory;

    private Surroundings surroundings;

    @BeforeEach
    void prepare() {
        SANDBOX.acme().faults().clear();
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
    void needsNamesThatAreNotAddresses() {
        refused(2, "'192.0.2.1' is an address", issue("-d", "192.0.2.1"));
    }

    @Test
    void needsARequestInTheFileOfOne() throws Exception {
        Path csr = Files.writeString(directory.resolve("csr.pem"), "no request");
        refused(2, "--csr: ", issue("--csr", csr.toString()));
    }

    @Test
    void takesNoKeyToReuseWithARequestMadeElsewhere() throws Exception {
        Csr request = Csr.of(List.of(DomainName.of("example.com")), KeyType.P256.generate());
        Path csr = Files.write(directory.resolve("request.der"), request.der());
        refused(2, "--reuse-key", issue("--csr", csr.toString(), "--reuse-key"));
    }

    @Test
    void needsCertificatesInTheFileOfAPrivateCa() throws Exception {
        Path file = Files.writeString(directory.resolve("ca.pem"), "no certificate");
        refused(2, "--server-ca: ", issue("-d", "example.com", "--server-ca", file.toString()));
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
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        refused(2, "chmod 600", issue("-d", "example.com", "--keystore-password-file", file.toString()));
    }

    @Test
    void needsSecretFilesThatAreText() throws IOException {
        refused(2, "is not UTF-8 text", issue("-d", "example.com", "--keystore-password-file", secret("p\u00e4ss")));
    }

    @Test
    void needsSecretFilesThatHoldASecretAndNoMore() throws IOException {
        refused(
                2,
                "is longer than 4096 bytes",
                issue("-d", "example.com", "--keystore-password-file", secret("x".repeat(4097))));
    }

    private String secret(String latin1) throws IOException {
        Path file = directory.resolve("secret");
        Files.writeString(file, latin1, StandardCharsets.ISO_8859_1);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file.toString();
    }

    @Test
    void needsAToken() {
        surroundings = surroundings.without("VPS_API_TOKEN");

        refused(2, "no API token", issue("-d", "example.com"));
    }

    @Test
    void bothersNoCaWithAWrongToken() {
        surroundings = surroundings.with("VPS_API_TOKEN", "vps_wrong");

        Run run = issue("-d", "example.com");

        refused(1, "401", run);
        assertThat(run.err()).hasLineCount(1);
    }

    @Test
    void needsAnAliasInAZoneOfTheAccount() {
        Run run = issue("-d", "example.com", "--alias", "challenges.nowhere.net");

        refused(1, "no zone of this account covers 'challenges.nowhere.net'", run);
        assertThat(run.err()).hasLineCount(1);
    }

    @Test
    void needsFilesThatAreThere() {
        refused(2, "--csr: '/nonexistent' does not exist", issue("--csr", "/nonexistent"));
        refused(2, "--server-ca: '/nonexistent'", issue("-d", "example.com", "--server-ca", "/nonexistent"));
    }

    @Test
    void needsAgreementToTheTerms() {
        surroundings = surroundings.without("VPSDNS_ACME_AGREE_TOS");

        refused(2, "terms", issue("-d", "example.com"));
    }

    @Test
    void needsTrustInAPrivateCa() {
        try (Sandbox secure = Sandbox.builder().acme(ca -> ca.tls(true)).start()) {
            Run run = issue(
                    "-d", "example.com", "--server", secure.acmeDirectory().toString());

            refused(1, "is not trusted; for a private CA, give the file of its authority (--server-ca)", run);
        }
    }

    @Test
    void asksToTryAgainWhenTheCaFailsWhileSigning() {
        SANDBOX.acme().faults().failIssuing(1, Problem.of(ProblemType.SERVER_INTERNAL, "the signer is away"));

        refused(75, "the signer is away", issue("-d", "example.com"));
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
    void needsADirectoryThatIsNamed() {
        refused(2, "--dir", issue("-d", "example.com", "--dir", ""));
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

    @Test
    void repeatsWhatACaSaysThatRefuses() {
        SANDBOX.acme()
                .faults()
                .next(Endpoint.NEW_ORDER, AcmeFault.problem(ProblemType.REJECTED_IDENTIFIER, "not for example.com"));

        refused(1, "not for example.com", issue("-d", "example.com"));
    }

    @Test
    void asksToTryAgainWhenTheCaHasHadTooMuch() {
        SANDBOX.acme().faults().next(Endpoint.NEW_ORDER, AcmeFault.rateLimited(Duration.ofHours(3)));

        refused(75, "try again", issue("-d", "example.com"));
    }

    @Test
    void tellsProgramsWhenToTryAgain() {
        SANDBOX.acme().faults().next(Endpoint.NEW_ORDER, AcmeFault.rateLimited(Duration.ofHours(3)));

        JsonNode error = issue("-d", "example.com", "--json").error();

        assertThat(error.get("kind").asString()).isEqualTo("ca-rate-limited");
        assertThat(error.get("error_code").asString()).contains("rateLimited");
        assertThat(error.get("retry_after_seconds").asLong()).isBetween(10_000L, 10_800L);
    }

    @Test
    void namesTheNameThatTheCaDidNotFindProven() {
        SANDBOX.acme()
                .faults()
                .failValidation("www.example.com", 1, Problem.of(ProblemType.UNAUTHORIZED, "wrong TXT record"));

        refused(1, "www.example.com", issue("-d", "example.com", "-d", "www.example.com"));
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
