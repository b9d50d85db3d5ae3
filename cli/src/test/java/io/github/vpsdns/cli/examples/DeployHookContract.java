// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.cli.e2e.Certificates;
import io.github.vpsdns.cli.e2e.Vpsdns;
import io.github.vpsdns.sandbox.Sandbox;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What each deploy hook is held to, with the real program and real renewals. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DeployHookContract {
    private static final String HOST = "www.example.com";

    @TempDir
    static Path work;

    private final Sandbox sandbox = Sandbox.start("example.com");

    private HookedService service;

    abstract HookedService service(Path home);

    @BeforeAll
    void serveTheFirstCertificate() throws IOException {
        // Programs that give up root's rights go on reading what is theirs.
        Files.setPosixFilePermissions(work, PosixFilePermissions.fromString("rwxr-xr-x"));
        service = service(work);
        service.configure();
        Vpsdns.Outcome issued = vpsdns("acme", "issue", "-d", HOST, "--deploy-hook", service.hook(false));
        assertThat(issued.status()).as(issued.err()).isZero();
        service.start();
        awaitServed(newest());
    }

    @AfterAll
    void stop() {
        if (service != null) {
            service.stop();
        }
        sandbox.close();
    }

    @Test
    void theNewCertificateIsServed() throws IOException {
        BigInteger before = newest();

        Vpsdns.Outcome renewed = vpsdns("acme", "renew", "--force", "--deploy-hook", service.hook(true));

        assertThat(renewed.status()).as(renewed.err()).isZero();
        assertThat(newest()).isNotEqualTo(before);
        awaitServed(newest());
        assertThat(files()).hasSameSizeAs(filesOfOneCertificate());
    }

    @Test
    void whereTheProgramCouldNotStartTheFormerCertificateStays() throws IOException, GeneralSecurityException {
        BigInteger before = served();
        List<String> filesBefore = contents();
        service.breakConfiguration();
        try {
            Vpsdns.Outcome renewed = vpsdns("acme", "renew", "--force", "--deploy-hook", service.hook(true));

            assertThat(renewed.status()).isEqualTo(1);
            assertThat(renewed.err())
                    .contains(service.name() + " hook: " + service.complaint() + ", so the former certificate stays");
            assertThat(served()).isEqualTo(before);
            assertThat(contents()).isEqualTo(filesBefore);
        } finally {
            service.configure();
        }
    }

    @Test
    void nobodyButTheOwnerCanReadIt() throws IOException {
        assertThat(files())
                .isNotEmpty()
                .allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file))
                        .isEqualTo(PosixFilePermissions.fromString("rw-------")));
        assertThat(Files.getPosixFilePermissions(service.tls()))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    /** How many files a certificate takes here; there is never more than one certificate. */
    List<String> filesOfOneCertificate() {
        return List.of(HOST + ".pem");
    }

    private Vpsdns.Outcome vpsdns(String... words) {
        return new Vpsdns(work)
                .with("VPS_API_URL", sandbox.apiUrl().toString())
                .with("VPS_API_TOKEN", sandbox.token())
                .with(
                        "VPSDNS_NAMESERVERS",
                        sandbox.nameServers().stream()
                                .map(server -> server.getAddress().getHostAddress() + ":" + server.getPort())
                                .collect(Collectors.joining(",")))
                .with("VPSDNS_ACME_SERVER", sandbox.acmeDirectory().toString())
                .with("VPSDNS_ACME_AGREE_TOS", "true")
                .with("VPSDNS_ACME_DIR", work.resolve("acme").toString())
                .run(words);
    }

    private BigInteger newest() {
        return Certificates.read(work.resolve("acme/live").resolve(HOST).resolve("cert.pem"))
                .getSerialNumber();
    }

    private BigInteger served() throws IOException, GeneralSecurityException {
        return Handshake.serial(service.port(), HOST, sandbox.acme().root());
    }

    private void awaitServed(BigInteger serial) {
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> served().equals(serial));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(service.tls())) {
            return all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }

    private List<String> contents() throws IOException {
        Stream.Builder<String> contents = Stream.builder();
        for (Path file : files()) {
            contents.add(file + "\n" + Files.readString(file));
        }
        return contents.build().toList();
    }
}
