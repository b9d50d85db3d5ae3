// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.issue;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.acme.ca.CaException;
import io.github.vpsdns.acme.pem.Csr;
import io.github.vpsdns.acme.pem.KeyType;
import io.github.vpsdns.core.name.DomainName;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CertificateCheckTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private final KeyPair key = KeyType.P256.generate();
    private final Csr csr = Csr.of(List.of(DomainName.of("example.com"), DomainName.of("*.example.com")), key);

    private void check(X509Certificate... chain) {
        CertificateCheck.require(List.of(chain), csr, NOW);
    }

    @Test
    void takesWhatWasAskedForInAnyOrderOfNames() {
        assertThatCode(() ->
                        check(SelfSigned.of(key, NOW.minus(DAY), DAY.multipliedBy(2), "*.example.com", "EXAMPLE.com")))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesACertificateForFewerNames() {
        assertThatThrownBy(() -> check(SelfSigned.of(key, NOW, DAY, "example.com")))
                .isInstanceOf(CaException.class)
                .hasMessageContaining("the certificate is for [example.com], not for [example.com, *.example.com]");
    }

    @Test
    void refusesACertificateForMoreNames() {
        assertThatThrownBy(() -> check(SelfSigned.of(key, NOW, DAY, "example.com", "*.example.com", "evil.example")))
                .isInstanceOf(CaException.class);
    }

    @Test
    void refusesACertificateForAnotherKey() {
        KeyPair other = KeyType.P256.generate();

        assertThatThrownBy(() -> check(SelfSigned.of(other, NOW, DAY, "example.com", "*.example.com")))
                .hasMessageContaining("another key");
    }

    @Test
    void refusesACertificateThatHasExpired() {
        assertThatThrownBy(() ->
                        check(SelfSigned.of(key, NOW.minus(DAY.multipliedBy(3)), DAY, "example.com", "*.example.com")))
                .hasMessageContaining("here it is 2026-11-21T12:00:00Z; is the clock right?");
    }

    @Test
    void toleratesAClockThatIsMinutesBehindButNotHours() {
        assertThatCode(() -> check(SelfSigned.of(key, NOW.plusSeconds(300), DAY, "example.com", "*.example.com")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> check(SelfSigned.of(key, NOW.plusSeconds(7200), DAY, "example.com", "*.example.com")))
                .isInstanceOf(CaException.class);
    }

    @Test
    void refusesAnEmptyChain() {
        assertThatThrownBy(this::check).hasMessageContaining("no certificate");
    }
}
