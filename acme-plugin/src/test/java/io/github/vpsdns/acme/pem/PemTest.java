// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.pem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.acme.testing.OpenSsl;
import io.github.vpsdns.acme.testing.TestCertificates;
import io.github.vpsdns.sandbox.junit.NeedsPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsPrograms("openssl")
class PemTest {
    private static final KeyPair KEY = TestCertificates.newKey();
    private static final List<X509Certificate> CHAIN = TestCertificates.chain(KEY, "example.com");

    @TempDir
    Path directory;

    @Test
    void readsTheChainItWrites() {
        assertThat(Pem.parseCertificates(Pem.write(CHAIN), "text")).isEqualTo(CHAIN);
    }

    @Test
    void readsTheKeyItWrites() {
        KeyPair read = Pem.parseKeyPair(Pem.write(KEY.getPrivate()), "text");

        assertThat(read.getPrivate()).isEqualTo(KEY.getPrivate());
        assertThat(read.getPublic()).isEqualTo(KEY.getPublic());
    }

    @Test
    void writesCertificatesThatOpenSslReads() throws IOException {
        Files.writeString(directory.resolve("cert.pem"), Pem.write(CHAIN));

        assertThat(new OpenSsl(directory).text("x509 -in cert.pem -noout -ext subjectAltName"))
                .contains("DNS:example.com");
    }

    @Test
    void writesLinesOf64Characters() {
        assertThat(Pem.write(CHAIN).lines()).allMatch(line -> line.length() <= 64);
        assertThat(Pem.write(CHAIN)).endsWith("-----END CERTIFICATE-----\n");
    }

    @Test
    void readsWindowsLineEndsAndRemarks() {
        String text = "subject=CN = a\r\n" + Pem.write(CHAIN).replace("\n", "\r\n");

        assertThat(Pem.parseCertificates(text, "text")).isEqualTo(CHAIN);
    }

    @Test
    void saysWhichCertificateIsDamaged() {
        String text = Pem.write(CHAIN.subList(0, 1)) + "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n";

        assertThatThrownBy(() -> Pem.parseCertificates(text, "/etc/x.pem"))
                .isInstanceOf(PemException.class)
                .hasMessageStartingWith("certificate 2 in '/etc/x.pem' is damaged: ");
    }

    @Test
    void refusesACertificateWhoseEndIsMissing() {
        String whole = Pem.write(CHAIN);

        assertThatThrownBy(() -> Pem.parseCertificates(whole.substring(0, whole.length() - 40), "cut"))
                .hasMessage("certificate 2 in 'cut' has no end; expected '-----END CERTIFICATE-----'");
    }

    @Test
    void refusesATextWithoutCertificates() {
        assertThatThrownBy(() -> Pem.parseCertificates("hello", "x.txt"))
                .hasMessage("'x.txt' has no certificate; expected '-----BEGIN CERTIFICATE-----' to"
                        + " '-----END CERTIFICATE-----'");
    }

    @Test
    void saysThatAFileIsMissing() {
        Path file = directory.resolve("none.pem");

        assertThatThrownBy(() -> Pem.readCertificates(file))
                .isInstanceOf(PemException.class)
                .hasMessage("cannot read '" + file + "': there is no such file");
    }

    @Test
    void saysThatAFileIsADirectory() {
        assertThatThrownBy(() -> Pem.readKeyPair(directory))
                .hasMessage("cannot read '" + directory + "': it is a directory");
    }

    @Test
    void readsWhileTheThreadIsInterrupted() throws IOException {
        Path file = Files.writeString(directory.resolve("chain.pem"), Pem.write(CHAIN));
        Thread.currentThread().interrupt();

        assertThat(Pem.readCertificates(file)).hasSize(2);
        assertThat(Thread.interrupted()).isTrue();
    }
}
