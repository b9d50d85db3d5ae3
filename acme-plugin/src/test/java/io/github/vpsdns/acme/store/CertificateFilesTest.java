// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.acme.testing.TestCertificates;
import io.github.vpsdns.core.InvalidValueException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CertificateFilesTest {
    private static final KeyPair KEY = TestCertificates.newKey();
    private static final List<X509Certificate> CHAIN = TestCertificates.chain(KEY, "example.com");

    @Test
    void refusesTheKeyOfAnotherCertificate() {
        KeyPair other = TestCertificates.newKey();

        assertThatThrownBy(() -> new CertificateFiles(CHAIN, other.getPrivate(), null))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("the private key is not that of the certificate for 'CN=ignored'");
    }

    @Test
    void refusesAnEmptyChain() {
        assertThatThrownBy(() -> new CertificateFiles(List.of(), KEY.getPrivate(), null))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("there is no certificate to install");
    }

    @Test
    void refusesAKeystoreWithoutAKey() {
        assertThatThrownBy(() -> new CertificateFiles(CHAIN, null, "secret".toCharArray()))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("needs the private key");
    }

    @Test
    void refusesAnEmptyPassword() {
        assertThatThrownBy(() -> new CertificateFiles(CHAIN, KEY.getPrivate(), new char[0]))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("the password for the PKCS#12 file is empty");
    }

    @Test
    void keepsItsOwnCopyOfThePassword() {
        char[] password = "secret".toCharArray();
        CertificateFiles files = new CertificateFiles(CHAIN, KEY.getPrivate(), password);
        password[0] = 'x';
        files.keystorePassword().orElseThrow()[1] = 'x';

        assertThat(files.keystorePassword()).get().isEqualTo("secret".toCharArray());
    }

    @Test
    void printsNoSecret() {
        assertThat(new CertificateFiles(CHAIN, KEY.getPrivate(), "secret".toCharArray()))
                .hasToString("CertificateFiles[CN=ignored, key=***]");
    }
}
