// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.pem;

import io.github.vpsdns.core.InvalidValueException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The kinds of key that public certificate authorities sign (CA/Browser Forum baseline requirements, section 6.1.5). */
public enum KeyType {
    /** The curve P-256 (secp256r1); small, fast and understood everywhere. */
    P256("p256", "EC", new ECGenParameterSpec("secp256r1")),
    /** The curve P-384 (secp384r1). */
    P384("p384", "EC", new ECGenParameterSpec("secp384r1")),
    /** RSA with 2048 bits. */
    RSA2048("rsa2048", "RSA", new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4)),
    /** RSA with 3072 bits. */
    RSA3072("rsa3072", "RSA", new RSAKeyGenParameterSpec(3072, RSAKeyGenParameterSpec.F4)),
    /** RSA with 4096 bits. */
    RSA4096("rsa4096", "RSA", new RSAKeyGenParameterSpec(4096, RSAKeyGenParameterSpec.F4));

    private final String text;
    private final String algorithm;

    @SuppressWarnings("ImmutableEnumChecker") // the JDK's two parameter classes are immutable
    private final AlgorithmParameterSpec parameters;

    KeyType(String text, String algorithm, AlgorithmParameterSpec parameters) {
        this.text = text;
        this.algorithm = algorithm;
        this.parameters = parameters;
    }

    /**
     * Reads a kind as options and files write it.
     *
     * @param text {@code p256}, {@code p384}, {@code rsa2048}, {@code rsa3072} or {@code rsa4096}, in any case
     * @return the kind
     * @throws InvalidValueException if it is none of them
     */
    public static KeyType of(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(type -> type.text.equals(wanted))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException("'" + text + "' is not a key type; expected one of "
                        + Arrays.stream(values()).map(KeyType::toString).collect(Collectors.joining(", "))));
    }

    /**
     * Says of what kind a key is, which may be one that is not made here.
     *
     * @param key a public key
     * @return as options and files write it, such as {@code p256}, {@code p521} or {@code rsa2048}
     */
    public static String describe(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            return "rsa" + rsa.getModulus().bitLength();
        }
        if (key instanceof ECPublicKey ec) {
            return "p" + ec.getParams().getCurve().getField().getFieldSize();
        }
        return key.getAlgorithm().toLowerCase(Locale.ROOT);
    }

    /**
     * Tells whether a key is of this kind.
     *
     * @param key such as that of a certificate
     * @return whether it is
     */
    public boolean includes(PublicKey key) {
        return describe(key).equals(toString());
    }

    /**
     * Makes a new key of this kind.
     *
     * @return a key pair of the JDK's own provider
     */
    public KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(parameters);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot make " + text + " keys", e);
        }
    }

    /**
     * Returns the kind as options and files write it.
     *
     * @return the text that {@link #of} reads
     */
    @Override
    public String toString() {
        return text;
    }
}
