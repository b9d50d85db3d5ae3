// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.pki;

import io.github.vpsdns.sandbox.acme.model.ProblemException;
import io.github.vpsdns.sandbox.acme.model.ProblemType;
import java.math.BigInteger;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Set;

/** Which keys certificates may have: RSA of 2048, 3072 or 4096 bits, P-256 and P-384, as at Let's Encrypt. */
final class KeyPolicy {
    private static final Set<Integer> RSA_BITS = Set.of(2048, 3072, 4096);
    private static final Set<Integer> CURVE_BITS = Set.of(256, 384);
    private static final BigInteger EXPONENT = BigInteger.valueOf(65537);

    private KeyPolicy() {}

    static void require(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            int bits = rsa.getModulus().bitLength();
            if (!RSA_BITS.contains(bits)) {
                throw refused("RSA key has " + bits + " bits, must have 2048, 3072 or 4096");
            }
            if (!rsa.getPublicExponent().equals(EXPONENT)) {
                throw refused("RSA key has the exponent " + rsa.getPublicExponent() + ", must have 65537");
            }
        } else if (key instanceof ECPublicKey curve) {
            int bits = curve.getParams().getCurve().getField().getFieldSize();
            if (!CURVE_BITS.contains(bits)) {
                throw refused("EC key is on a curve of " + bits + " bits, must be P-256 or P-384");
            }
        } else {
            throw refused("keys of type " + key.getAlgorithm() + " are not taken, only RSA and EC");
        }
    }

    private static ProblemException refused(String detail) {
        return ProblemException.of(ProblemType.BAD_PUBLIC_KEY, detail);
    }
}
