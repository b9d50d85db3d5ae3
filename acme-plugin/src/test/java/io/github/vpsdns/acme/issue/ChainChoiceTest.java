// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.issue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.acme.pem.KeyType;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChainChoiceTest {
    private static final KeyPair KEY = KeyType.P256.generate();

    private final List<X509Certificate> byDefault = chain("CN=R11, O=CA", "CN=Root X1, O=\"CA, Inc.\", C=US");
    private final List<X509Certificate> cross = chain("CN=R11, O=CA", "CN=Root X1, O=CA", "CN=Old Root");
    private final List<X509Certificate> last = chain("CN=R11, O=CA", "CN=Root X2");

    private static List<X509Certificate> chain(String... issuers) {
        return Arrays.stream(issuers)
                .map(issuer -> SelfSigned.issuedBy(issuer, KEY, Instant.now(), Duration.ofDays(1), "example.com"))
                .toList();
    }

    private Stream<List<X509Certificate>> offered() {
        return Stream.of(byDefault, cross, last);
    }

    @Test
    void takesTheDefaultWithoutAPreference() {
        assertThat(ChainChoice.choose(offered(), null)).isSameAs(byDefault);
    }

    @Test
    void takesTheChainThatEndsAtThePreferredIssuer() {
        assertThat(ChainChoice.choose(offered(), "Root X2")).isSameAs(last);
        assertThat(ChainChoice.choose(offered(), "Old Root")).isSameAs(cross);
        assertThat(ChainChoice.choose(offered(), "Root X1")).isSameAs(byDefault);
    }

    @Test
    void takesOneThatHasThePreferredIssuerInTheMiddle() {
        assertThat(ChainChoice.choose(Stream.of(last, cross), "Root X1")).isSameAs(cross);
    }

    @Test
    void takesTheDefaultWhereNoneFits() {
        assertThat(ChainChoice.choose(offered(), "Root X")).isSameAs(byDefault);
    }

    @Test
    void fetchesNoFurtherChainOnceOneFits() {
        AtomicInteger fetched = new AtomicInteger();

        ChainChoice.choose(offered().peek(chain -> fetched.incrementAndGet()), "Root X1");

        assertThat(fetched).hasValue(1);
    }
}
