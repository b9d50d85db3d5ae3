// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.pem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.acme.testing.OpenSsl;
import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.sandbox.junit.NeedsPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@NeedsPrograms("openssl")
class CsrTest {
    private static final String NEW = "req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout key.pem ";

    @TempDir
    Path directory;

    private OpenSsl openssl;
    private Path file;

    @BeforeEach
    void setUp() {
        openssl = new OpenSsl(directory);
        file = directory.resolve("request");
    }

    @ParameterizedTest
    @EnumSource(
            value = KeyType.class,
            names = {"P256", "P384", "RSA2048"})
    void isSignedSoThatOpenSslAgrees(KeyType type) throws IOException {
        Files.write(
                file,
                Csr.of(names("example.com", "*.example.com"), type.generate()).der());

        String text = openssl.text("req -in request -inform DER -noout -verify -text");

        assertThat(text).contains("DNS:example.com, DNS:*.example.com");
    }

    @Test
    void hasAnEmptySubject() throws IOException {
        Files.write(file, Csr.of(names("example.com"), KeyType.P256.generate()).der());

        assertThat(openssl.text("req -in request -inform DER -noout -subject").strip())
                .isEqualTo("subject=");
    }

    @Test
    void readsItselfBack() throws IOException {
        KeyPair key = KeyType.P256.generate();
        Csr made = Csr.of(names("a.example.com", "*.example.com", "a.example.com"), key);
        Files.write(file, made.der());

        Csr read = Csr.read(file);

        assertThat(read.names())
                .isEqualTo(made.names())
                .containsExactlyElementsOf(names("a.example.com", "*.example.com"));
        assertThat(read.publicKey()).isEqualTo(key.getPublic());
        assertThat(read.der()).isEqualTo(made.der());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PEM", "DER"})
    void readsBothForms(String form) throws IOException {
        Files.write(
                file,
                openssl.run(NEW + "-subj / -addext subjectAltName=DNS:Example.COM,DNS:*.example.com -outform " + form));

        Csr csr = Csr.read(file);

        assertThat(csr.names()).containsExactlyElementsOf(names("example.com", "*.example.com"));
        assertThat(csr.publicKey())
                .isEqualTo(Pem.readKeyPair(directory.resolve("key.pem")).getPublic());
    }

    @Test
    void takesTheCommonNameForOneMoreName() throws IOException {
        Files.write(file, openssl.run(NEW + "-subj /CN=b.example.com -addext subjectAltName=DNS:a.example.com"));

        assertThat(Csr.read(file).names()).containsExactlyElementsOf(names("a.example.com", "b.example.com"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-subj /O=x | asks for no name; expected subject alternative names",
                "-subj /CN=My_Server! | asks for 'My_Server!', which is not a domain name",
                "-subj / -addext subjectAltName=DNS:a.example,IP:192.0.2.1 | only DNS names are possible",
            })
    void refusesWhatAnOrderCannotCarry(String options, String reason) throws IOException {
        Files.write(file, openssl.run(NEW + options));

        assertThatThrownBy(() -> Csr.read(file))
                .isInstanceOf(PemException.class)
                .hasMessageStartingWith("the certificate request in '" + file + "' asks for ")
                .hasMessageEndingWith(reason);
    }

    @Test
    void refusesAKeyThatNoAuthoritySigns() throws IOException {
        Files.write(file, openssl.run("req -new -newkey ed25519 -nodes -keyout key.pem -subj /CN=a.example"));

        assertThatThrownBy(() -> Csr.read(file)).hasMessageContaining("which is neither EC nor RSA");
    }

    @Test
    void refusesARequestThatWasAltered() throws IOException {
        byte[] der = openssl.run(NEW + "-subj / -addext subjectAltName=DNS:aaaa.example -outform DER");
        der[indexOf(der, "aaaa.example".getBytes(java.nio.charset.StandardCharsets.US_ASCII))] = 'b';
        Files.write(file, der);

        assertThatThrownBy(() -> Csr.read(file))
                .hasMessage("the certificate request in '" + file + "' is not signed by its own key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "garbage", "-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----\n"})
    void refusesWhatIsNoRequest(String content) throws IOException {
        Files.writeString(file, content);

        assertThatThrownBy(() -> Csr.read(file))
                .isInstanceOf(PemException.class)
                .hasMessage("the certificate request in '" + file + "' is neither PEM nor DER");
    }

    @Test
    void saysThatAPemFileHoldsSomethingElse() throws IOException {
        Files.write(file, openssl.run("genrsa 2048"));

        assertThatThrownBy(() -> Csr.read(file))
                .hasMessage("the certificate request in '" + file + "' is missing: the file has none");
    }

    @Test
    void needsAName() {
        assertThatThrownBy(() -> Csr.of(List.of(), KeyType.P256.generate()))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("a certificate needs at least one name");
    }

    private static List<DomainName> names(String... names) {
        return Arrays.stream(names).map(DomainName::of).toList();
    }

    private static int indexOf(byte[] whole, byte[] part) {
        for (int i = 0; i + part.length <= whole.length; i++) {
            if (Arrays.equals(whole, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        throw new AssertionError("not found");
    }
}
