// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.acme.pem.KeyType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonWebKeyTest {
    /** RFC 7515 appendix A.3.1. */
    private static final String EC = """
            {"kty":"EC", "crv":"P-256",
             "x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
             "y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
             "d":"jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI"}
            """;

    @TempDir
    Path directory;

    private KeyPair read(String json) throws IOException {
        return JsonWebKey.read(Files.writeString(directory.resolve("key.json"), json));
    }

    @Test
    void readsKeysOfEllipticCurves() throws IOException {
        assertThat(KeyType.describe(read(EC).getPublic())).isEqualTo("p256");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"EC\" | \"OKP\" | ` is of kind 'OKP'; expected RSA or EC`",
                "P-256 | secp256k1 | ` is on the curve 'secp256k1'; expected one of P-256, P-384, P-521`",
            })
    void refusesOtherKinds(String part, String instead, String reason) {
        assertThatThrownBy(() -> read(EC.replace(part, instead)))
                .isInstanceOf(MigrationException.class)
                .hasMessage("the key in '" + directory.resolve("key.json") + "'" + reason);
    }

    @Test
    void neverQuotesTheKey() {
        for (String broken : new String[] {
            EC.replace("jpsQ", "j!sQ"), EC.replace("\"jpsQ", "jpsQ"), EC.replace("\"d\"", "\"c\""), "[]", "jpsQnnGQmL"
        }) {
            assertThatThrownBy(() -> read(broken))
                    .isInstanceOf(MigrationException.class)
                    .hasMessageNotContaining("nnGQmL")
                    .hasNoCause();
        }
    }
}
