// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.pem;

import java.io.IOException;
import java.io.StringReader;
import java.security.PrivateKey;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.jspecify.annotations.Nullable;

/** Finds the one private key in a PEM text, whatever else is in it. */
final class PrivateKeyParser {
    /* The JDK knows these keys as "EC"; the converter would ask it for "ECDSA". */
    private static final JcaPEMKeyConverter CONVERTER =
            new JcaPEMKeyConverter().setAlgorithmMapping(X9ObjectIdentifiers.id_ecPublicKey, "EC");

    private static final Set<ASN1ObjectIdentifier> CURVES =
            Set.of(SECObjectIdentifiers.secp256r1, SECObjectIdentifiers.secp384r1, SECObjectIdentifiers.secp521r1);
    private static final String ACCEPTED = "EC on P-256, P-384 or P-521, or RSA";

    private final String source;

    PrivateKeyParser(String source) {
        this.source = source;
    }

    PrivateKey parse(String pem) {
        PrivateKeyInfo key;
        try {
            key = find(pem);
        } catch (IOException | RuntimeException e) {
            if (e instanceof PemException known) {
                throw known;
            }
            // Without the cause: a parser's message may quote what it read.
            throw new PemException(
                    "'" + source + "' has a private key that cannot be read: its PEM text is damaged", null);
        }
        if (key == null) {
            throw new PemException(
                    "'" + source + "' has no private key; expected one that begins with"
                            + " '-----BEGIN PRIVATE KEY-----', '-----BEGIN EC PRIVATE KEY-----' or"
                            + " '-----BEGIN RSA PRIVATE KEY-----'",
                    null);
        }
        return convert(key);
    }

    private @Nullable PrivateKeyInfo find(String pem) throws IOException {
        PEMParser parser = new PEMParser(new StringReader(pem));
        PrivateKeyInfo found = null;
        for (Object block = parser.readObject(); block != null; block = parser.readObject()) {
            if (block instanceof PKCS8EncryptedPrivateKeyInfo || block instanceof PEMEncryptedKeyPair) {
                throw new PemException(
                        "the private key in '" + source + "' is protected by a password; expected one without"
                                + " (openssl pkey -in FILE -out PLAIN removes it)",
                        null);
            }
            PrivateKeyInfo key = block instanceof PEMKeyPair pair
                    ? pair.getPrivateKeyInfo()
                    : block instanceof PrivateKeyInfo info ? info : null;
            if (key != null && found != null) {
                throw new PemException("'" + source + "' has more than one private key; expected one", null);
            }
            found = key == null ? found : key;
        }
        return found;
    }

    private PrivateKey convert(PrivateKeyInfo key) {
        ASN1ObjectIdentifier kind = key.getPrivateKeyAlgorithm().getAlgorithm();
        boolean ec = kind.equals(X9ObjectIdentifiers.id_ecPublicKey);
        if (!ec && !kind.equals(PKCSObjectIdentifiers.rsaEncryption)) {
            throw new PemException(
                    "the private key in '" + source + "' is of kind " + name(kind) + "; expected " + ACCEPTED, null);
        }
        ASN1Encodable curve = key.getPrivateKeyAlgorithm().getParameters();
        if (ec && !(curve instanceof ASN1ObjectIdentifier named && CURVES.contains(named))) {
            throw new PemException(
                    "the private key in '" + source + "' is on a curve that no certificate authority takes; expected "
                            + ACCEPTED,
                    null);
        }
        try {
            return CONVERTER.getPrivateKey(key);
        } catch (IOException | RuntimeException e) {
            throw new PemException("the private key in '" + source + "' is damaged; expected " + ACCEPTED, null);
        }
    }

    private static String name(ASN1ObjectIdentifier kind) {
        if (kind.equals(EdECObjectIdentifiers.id_Ed25519)) {
            return "Ed25519";
        }
        return kind.equals(EdECObjectIdentifiers.id_Ed448) ? "Ed448" : kind.getId();
    }
}
