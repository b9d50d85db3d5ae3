// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.pem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeyPairsTest {
    @ParameterizedTest
    @EnumSource(
            value = KeyType.class,
            names = {"P256", "P384", "RSA2048"})
    void findsThePublicKey(KeyType type) {
        KeyPair pair = type.generate();

        assertThat(KeyPairs.of(pair.getPrivate()).getPublic()).isEqualTo(pair.getPublic());
    }

    @Test
    void tellsHalvesOfDifferentPairsApart() {
        KeyPair one = KeyType.P256.generate();
        KeyPair other = KeyType.P256.generate();

        assertThat(KeyPairs.match(one.getPublic(), one.getPrivate())).isTrue();
        assertThat(KeyPairs.match(one.getPublic(), other.getPrivate())).isFalse();
    }

    @Test
    void refusesOtherKinds() throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();

        assertThatThrownBy(() -> KeyPairs.of(pair.getPrivate()))
                .isInstanceOf(PemException.class)
                .hasMessageEndingWith("is not accepted; expected EC or RSA");
    }
}
