// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.pem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.core.InvalidValueException;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class KeyTypeTest {
    @ParameterizedTest
    @CsvSource({"p256,256", "p384,384"})
    void generatesCurveKeysOfTheJdk(String text, int bits) {
        KeyPair pair = KeyType.of(text).generate();

        assertThat(pair.getPrivate().getAlgorithm()).isEqualTo("EC");
        assertThat(((ECPublicKey) pair.getPublic()).getParams().getOrder().bitLength())
                .isEqualTo(bits);
    }

    @Test
    void generatesRsaKeysOfTheSizeInTheName() {
        KeyPair pair = KeyType.of("rsa2048").generate();

        assertThat(((RSAPublicKey) pair.getPublic()).getModulus().bitLength()).isEqualTo(2048);
    }

    @ParameterizedTest
    @EnumSource(KeyType.class)
    void readsWhatItPrints(KeyType type) {
        assertThat(KeyType.of(type.toString())).isEqualTo(type);
    }

    @Test
    void readsAnyCase() {
        assertThat(KeyType.of("P256")).isEqualTo(KeyType.P256);
    }

    @Test
    void refusesOthersNamingWhatIsAccepted() {
        assertThatThrownBy(() -> KeyType.of("ed25519"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("'ed25519' is not a key type; expected one of p256, p384, rsa2048, rsa3072, rsa4096");
    }
}
