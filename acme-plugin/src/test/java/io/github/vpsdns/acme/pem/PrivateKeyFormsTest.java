// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.pem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.acme.testing.OpenSsl;
import io.github.vpsdns.sandbox.junit.NeedsPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys as OpenSSL makes them. */
@NeedsPrograms("openssl")
class PrivateKeyFormsTest {
    @TempDir
    Path directory;

    private Path file;
    private OpenSsl openssl;

    @BeforeEach
    void setUp() {
        openssl = new OpenSsl(directory);
        file = directory.resolve("key.pem");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256",
                "genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-384",
                "genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-521",
                "ecparam -name prime256v1 -genkey",
                "ecparam -name secp384r1 -genkey -noout",
                "genrsa 2048",
                "genrsa -traditional 3072",
                "genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048",
            })
    void readsTheKeyAndFindsItsPublicKey(String command) throws IOException {
        Files.write(file, openssl.run(command));

        KeyPair pair = Pem.readKeyPair(file);

        assertThat(pair.getPublic().getEncoded()).isEqualTo(openssl.run("pkey -in key.pem -pubout -outform DER"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256",
                "ecparam -name secp384r1 -genkey -noout",
                "genrsa -traditional 2048"
            })
    void writesPkcs8ThatOpenSslReads(String command) throws IOException {
        Files.write(file, openssl.run(command));
        KeyPair pair = Pem.readKeyPair(file);

        Files.writeString(file, Pem.write(pair.getPrivate()));

        assertThat(file).content().startsWith("-----BEGIN PRIVATE KEY-----\n");
        assertThat(openssl.run("pkey -in key.pem -check -pubout -outform DER"))
                .endsWith(pair.getPublic().getEncoded());
    }

    @Test
    void readsAKeyWithoutItsOptionalPublicPart() throws IOException {
        Files.write(file, openssl.run("ecparam -name prime256v1 -genkey -noout"));
        KeyPair whole = Pem.readKeyPair(file);
        Files.write(file, openssl.run("ec -in key.pem -no_public"));

        assertThat(Pem.readKeyPair(file).getPublic()).isEqualTo(whole.getPublic());
    }

    @Test
    void readsAKeyAmongCertificatesAndRemarks() throws IOException {
        Files.write(file, openssl.run("req -x509 -newkey rsa:2048 -nodes -subj /CN=a -keyout - -batch"));
        Files.writeString(file, "Bag Attributes\n    friendlyName: a\n" + Files.readString(file));

        assertThat(Pem.readKeyPair(file).getPublic())
                .isEqualTo(Pem.readCertificates(file).get(0).getPublicKey());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -aes256 -pass pass:secret",
                "genrsa -traditional -aes128 -passout pass:secret 2048",
                "genrsa -aes256 -passout pass:secret 2048",
            })
    void refusesProtectedKeysSayingHowToRemoveThePassword(String command) throws IOException {
        Files.write(file, openssl.run(command));

        assertThatThrownBy(() -> Pem.readKeyPair(file))
                .isInstanceOf(PemException.class)
                .hasMessage("the private key in '" + file + "' is protected by a password; expected one without"
                        + " (openssl pkey -in FILE -out PLAIN removes it)");
    }

    @ParameterizedTest
    @CsvSource({
        "genpkey -algorithm ED25519, is of kind Ed25519",
        "genpkey -algorithm ED448, is of kind Ed448",
        "ecparam -name secp256k1 -genkey -noout, is on a curve that no certificate authority takes",
        "ecparam -name brainpoolP256r1 -genkey, is on a curve that no certificate authority takes",
        "ecparam -name prime256v1 -param_enc explicit -genkey, is on a curve that no certificate authority takes",
    })
    void refusesKeysThatNoAuthoritySigns(String command, String reason) throws IOException {
        Files.write(file, openssl.run(command));

        assertThatThrownBy(() -> Pem.readKeyPair(file))
                .isInstanceOf(PemException.class)
                .hasMessage("the private key in '" + file + "' " + reason
                        + "; expected EC on P-256, P-384 or P-521, or RSA");
    }

    @Test
    void refusesTwoKeysInOneFile() throws IOException {
        Files.writeString(file, openssl.text("genrsa 2048") + openssl.text("genrsa 2048"));

        assertThatThrownBy(() -> Pem.readKeyPair(file))
                .hasMessage("'" + file + "' has more than one private key; expected one");
    }

    @Test
    void refusesDamagedKeysWithoutQuotingThem() throws IOException {
        String pem = openssl.text("genrsa -traditional 2048");
        Files.writeString(file, pem.substring(0, 400) + pem.substring(700));

        assertThatThrownBy(() -> Pem.readKeyPair(file))
                .isInstanceOf(PemException.class)
                .hasMessageContaining("'" + file + "'")
                .hasMessageContaining("damaged")
                .hasNoCause();
    }

    @Test
    void refusesAPublicKey() throws IOException {
        Files.write(file, openssl.run("genrsa 2048"));
        Files.write(file, openssl.run("pkey -in key.pem -pubout"));

        assertThatThrownBy(() -> Pem.readKeyPair(file))
                .isInstanceOf(PemException.class)
                .hasMessageContaining(
                        "has no private key; expected one that begins with '-----BEGIN PRIVATE KEY-----'");
    }
}
