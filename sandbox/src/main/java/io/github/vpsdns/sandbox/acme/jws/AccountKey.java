// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.jws;

import io.github.vpsdns.sandbox.acme.model.ProblemException;
import io.github.vpsdns.sandbox.acme.model.ProblemType;
import io.github.vpsdns.sandbox.acme.wire.Json;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;
import tools.jackson.databind.JsonNode;

/**
 * A public key in a request.
 *
 * @param key the key
 * @param thumbprint RFC 7638, SHA-256, base64url
 */
public record AccountKey(PublicKey key, String thumbprint) {
    private static final int LEAST_RSA_BITS = 2048;

    static AccountKey read(JsonNode jwk) {
        if (jwk.has("d")) {
            throw ProblemException.of(
                    ProblemType.BAD_PUBLIC_KEY, "the JWK holds a private key; send the public part only");
        }
        try {
            PublicJsonWebKey parsed = PublicJsonWebKey.Factory.newPublicJwk(Json.text(jwk));
            AccountKey key =
                    new AccountKey(parsed.getPublicKey(), parsed.calculateBase64urlEncodedThumbprint("SHA-256"));
            key.requireStrength();
            return key;
        } catch (JoseException | RuntimeException e) {
            if (e instanceof ProblemException problem) {
                throw problem;
            }
            throw ProblemException.of(ProblemType.BAD_PUBLIC_KEY, "the JWK cannot be read as a public key");
        }
    }

    /** The key's thumbprint, whatever the serialization it came in. */
    public static String thumbprint(PublicKey key) {
        try {
            return PublicJsonWebKey.Factory.newPublicJwk(key).calculateBase64urlEncodedThumbprint("SHA-256");
        } catch (JoseException e) {
            throw ProblemException.of(
                    ProblemType.BAD_PUBLIC_KEY, "keys of type " + key.getAlgorithm() + " are not taken");
        }
    }

    private void requireStrength() {
        if (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() < LEAST_RSA_BITS) {
            throw ProblemException.of(
                    ProblemType.BAD_PUBLIC_KEY,
                    "the RSA key has " + rsa.getModulus().bitLength() + " bits, at least " + LEAST_RSA_BITS
                            + " are needed");
        }
    }
}
