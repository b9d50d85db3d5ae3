// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.pem;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.acme.testing.TestCertificates;
import io.github.vpsdns.core.name.DomainName;
import java.security.KeyPair;
import org.junit.jupiter.api.Test;

class CertificateNamesTest {
    private static final KeyPair KEY = TestCertificates.newKey();

    @Test
    void readsTheAlternativeNamesInOrder() {
        var certificate =
                TestCertificates.chain(KEY, "example.com", "*.example.com").get(0);

        assertThat(CertificateNames.of(certificate))
                .containsExactly(DomainName.of("example.com"), DomainName.of("*.example.com"));
    }

    @Test
    void takesTheCommonNameForNothing() {
        var certificate = TestCertificates.chain(KEY).get(0);

        assertThat(CertificateNames.of(certificate)).isEmpty();
    }
}
