// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.pem;

import io.github.vpsdns.core.file.IoReason;
import io.github.vpsdns.core.file.SmallFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;

/**
 * The text form of certificates and private keys (RFC 7468).
 *
 * <p>Stateless and thread-safe. What stands between the blocks is skipped, as the RFC allows.
 */
public final class Pem {
    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final String END = "-----END CERTIFICATE-----";
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private Pem() {}

    /**
     * Reads all certificates of a file, in their order.
     *
     * @param file a PEM file of at most 1 MiB
     * @return the certificates, at least one
     * @throws PemException if it cannot be read or has none, or one that is damaged
     */
    public static List<X509Certificate> readCertificates(Path file) {
        return parseCertificates(text(file), file.toString());
    }

    /**
     * Reads all certificates of a text, in their order.
     *
     * @param pem the text
     * @param source where it came from, for the message of a failure
     * @return the certificates, at least one
     * @throws PemException if it has none, or one that is damaged
     */
    public static List<X509Certificate> parseCertificates(String pem, String source) {
        List<X509Certificate> certificates = new ArrayList<>();
        int end = 0;
        for (int begin = pem.indexOf(BEGIN); begin >= 0; begin = pem.indexOf(BEGIN, end)) {
            String which = "certificate " + (certificates.size() + 1) + " in '" + source + "'";
            end = pem.indexOf(END, begin);
            if (end < 0) {
                throw new PemException(which + " has no end; expected '" + END + "'", null);
            }
            certificates.add(certificate(pem.substring(begin + BEGIN.length(), end), which));
        }
        if (certificates.isEmpty()) {
            throw new PemException(
                    "'" + source + "' has no certificate; expected '" + BEGIN + "' to '" + END + "'", null);
        }
        return List.copyOf(certificates);
    }

    private static X509Certificate certificate(String base64, String which) {
        try {
            byte[] der = Base64.getMimeDecoder().decode(base64);
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException | IllegalArgumentException e) {
            throw new PemException(which + " is damaged: " + e.getMessage(), e);
        }
    }

    /**
     * Reads the private key of a file and finds its public key.
     *
     * @param file a PEM file of at most 1 MiB with one EC or RSA key in PKCS#8, SEC1 or PKCS#1 form, without a password
     * @return the pair
     * @throws PemException if it cannot be read or has no such key
     */
    public static KeyPair readKeyPair(Path file) {
        return parseKeyPair(text(file), file.toString());
    }

    /**
     * Reads the private key of a text and finds its public key.
     *
     * @param pem a text with one EC or RSA key in PKCS#8, SEC1 or PKCS#1 form, without a password
     * @param source where it came from, for the message of a failure
     * @return the pair
     * @throws PemException if it has no such key
     */
    public static KeyPair parseKeyPair(String pem, String source) {
        return KeyPairs.of(new PrivateKeyParser(source).parse(pem));
    }

    /**
     * Writes certificates one after the other.
     *
     * @param certificates the certificates, in their order
     * @return the text; empty if there are none
     */
    public static String write(Collection<X509Certificate> certificates) {
        StringBuilder text = new StringBuilder();
        for (X509Certificate certificate : certificates) {
            try {
                text.append(block("CERTIFICATE", certificate.getEncoded()));
            } catch (CertificateEncodingException e) {
                throw new PemException(
                        "the certificate of " + certificate.getSubjectX500Principal() + " has no encoding", e);
            }
        }
        return text.toString();
    }

    /**
     * Writes a private key as PKCS#8, unencrypted.
     *
     * @param key a key that gives its encoding away
     * @return the text
     * @throws PemException if the key stays inside its provider
     */
    public static String write(PrivateKey key) {
        byte[] encoded = key.getEncoded();
        if (encoded == null || !"PKCS#8".equals(key.getFormat())) {
            throw new PemException("the " + key.getAlgorithm() + " key cannot be exported by its provider", null);
        }
        return block("PRIVATE KEY", encoded);
    }

    private static String block(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n" + LINES.encodeToString(der) + "\n-----END " + label + "-----\n";
    }

    private static String text(Path file) {
        return new String(bytes(file), StandardCharsets.ISO_8859_1);
    }

    static byte[] bytes(Path file) {
        try {
            return SmallFiles.read(file);
        } catch (IOException e) {
            throw new PemException("cannot read '" + file + "': " + IoReason.of(e), e);
        }
    }
}
