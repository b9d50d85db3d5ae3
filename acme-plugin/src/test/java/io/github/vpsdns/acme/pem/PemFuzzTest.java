// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.pem;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.acme.testing.TestCertificates;
import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.testing.fuzz.Damage;
import io.github.vpsdns.core.testing.fuzz.Fuzz;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever a file says, it holds keys and certificates, or is refused in a sentence that does not quote it. */
final class PemFuzzTest {
    private static final Damage DAMAGE = new Damage(List.of(
            "-----BEGIN PRIVATE KEY-----\n",
            "-----END PRIVATE KEY-----\n",
            "-----BEGIN CERTIFICATE-----\n",
            "-----END CERTIFICATE-----\n",
            "-----BEGIN EC PARAMETERS-----\n",
            "Proc-Type: 4,ENCRYPTED\n",
            "AAAA",
            "="));

    private static final String CHAIN = Pem.write(TestCertificates.chain(TestCertificates.newKey(), "example.com"));

    @Test
    void keysAreReadOrRefused() {
        List<String> keys = List.of(
                Pem.write(KeyType.P256.generate().getPrivate()),
                Pem.write(KeyType.P384.generate().getPrivate()),
                Pem.write(KeyType.RSA2048.generate().getPrivate()));
        Fuzz.rounds(1_500, random -> {
            String pem = DAMAGE.of(keys.get(random.nextInt(keys.size())), random);
            try {
                assertThat(Pem.parseKeyPair(pem, "the key").getPrivate()).isNotNull();
            } catch (PemException | InvalidValueException e) {
                assertRefused(e, pem);
            }
        });
    }

    @Test
    void certificatesAreReadOrRefused() {
        Fuzz.rounds(1_500, random -> {
            String pem = DAMAGE.of(CHAIN, random);
            try {
                assertThat(Pem.parseCertificates(pem, "the chain")).isNotEmpty();
            } catch (PemException | InvalidValueException e) {
                assertThat(e.getMessage()).hasSizeLessThan(500);
            }
        });
    }

    private static void assertRefused(RuntimeException refused, String pem) {
        assertThat(refused.getMessage()).contains("the key").hasSizeLessThan(500);
        pem.lines()
                .filter(line -> line.length() > 20 && line.indexOf(' ') < 0)
                .forEach(line -> assertThat(refused.getMessage()).doesNotContain(line));
    }
}
