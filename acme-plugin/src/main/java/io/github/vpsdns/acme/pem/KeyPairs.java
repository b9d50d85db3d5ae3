// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.pem;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.RSAPublicKeySpec;
import org.bouncycastle.jcajce.provider.asymmetric.util.EC5Util;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/** Private keys and the public keys that belong to them. Stateless. */
public final class KeyPairs {
    private KeyPairs() {}

    /**
     * Finds the public key that belongs to a private one, by computing it: what a file says about it may be wrong.
     *
     * @param key an elliptic-curve key on a named curve, or an RSA key with its primes
     * @return both
     * @throws PemException if it is a key of another kind
     */
    public static KeyPair of(PrivateKey key) {
        try {
            return new KeyPair(publicKey(key), key);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new PemException("the private key is not valid: " + e.getMessage(), e);
        }
    }

    /**
     * Tells whether two keys belong together.
     *
     * @param publicKey such as that of a certificate
     * @param privateKey such as that beside it
     * @return whether they are the halves of one pair
     * @throws PemException if the private key is neither of an elliptic curve nor RSA
     */
    public static boolean match(PublicKey publicKey, PrivateKey privateKey) {
        return of(privateKey).getPublic().equals(publicKey);
    }

    private static PublicKey publicKey(PrivateKey key) throws GeneralSecurityException {
        if (key instanceof RSAPrivateCrtKey rsa) {
            return KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent()));
        }
        if (key instanceof ECPrivateKey ec) {
            var curve = EC5Util.convertSpec(ec.getParams());
            var point = new FixedPointCombMultiplier()
                    .multiply(curve.getG(), ec.getS())
                    .normalize();
            ECPoint affine = new ECPoint(
                    point.getAffineXCoord().toBigInteger(),
                    point.getAffineYCoord().toBigInteger());
            return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(affine, ec.getParams()));
        }
        throw new PemException(
                "a private key of kind " + key.getAlgorithm() + " is not accepted; expected EC or RSA", null);
    }
}
