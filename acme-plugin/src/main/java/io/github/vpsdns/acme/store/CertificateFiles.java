// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.store;

import io.github.vpsdns.acme.pem.KeyPairs;
import io.github.vpsdns.core.InvalidValueException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A certificate that is ready to be installed.
 *
 * <p>Immutable and thread-safe; prints neither key nor password.
 */
public final class CertificateFiles {
    private final List<X509Certificate> chain;
    private final @Nullable PrivateKey key;
    private final char @Nullable [] keystorePassword;

    /**
     * Puts together what belongs together.
     *
     * @param chain the certificate, then its issuers in order
     * @param key the certificate's private key, or {@code null} if somebody else has it
     * @param keystorePassword what a PKCS#12 file is to be locked with, or {@code null} if none is wanted; copied
     * @throws InvalidValueException if the chain is empty, the key is that of another certificate, or a PKCS#12 file is wanted
     *     without a key or with an empty password
     */
    public CertificateFiles(List<X509Certificate> chain, @Nullable PrivateKey key, char @Nullable [] keystorePassword) {
        if (chain.isEmpty()) {
            throw new InvalidValueException("there is no certificate to install");
        }
        X509Certificate leaf = chain.get(0);
        if (key != null && !KeyPairs.match(leaf.getPublicKey(), key)) {
            throw new InvalidValueException(
                    "the private key is not that of the certificate for '" + leaf.getSubjectX500Principal() + "'");
        }
        if (keystorePassword != null && key == null) {
            throw new InvalidValueException("a PKCS#12 file needs the private key, which is not here");
        }
        if (keystorePassword != null && keystorePassword.length == 0) {
            throw new InvalidValueException(
                    "the password for the PKCS#12 file is empty; expected at least one character");
        }
        this.chain = List.copyOf(chain);
        this.key = key;
        this.keystorePassword = keystorePassword == null ? null : keystorePassword.clone();
    }

    /**
     * Returns the certificate and its issuers.
     *
     * @return at least one certificate
     */
    public List<X509Certificate> chain() {
        return chain;
    }

    /**
     * Returns the certificate's private key.
     *
     * @return the key, if it is here
     */
    public Optional<PrivateKey> key() {
        return Optional.ofNullable(key);
    }

    /**
     * Returns the password of the PKCS#12 file.
     *
     * @return a copy, if such a file is wanted
     */
    public Optional<char[]> keystorePassword() {
        return keystorePassword == null ? Optional.empty() : Optional.of(keystorePassword.clone());
    }

    @Override
    public String toString() {
        return "CertificateFiles[" + chain.get(0).getSubjectX500Principal() + ", key=***]";
    }
}
