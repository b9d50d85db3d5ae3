// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.store;

import io.github.vpsdns.acme.pem.CertificateNames;
import io.github.vpsdns.core.name.DomainName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * The newest certificate of its name, as it was when it was looked up.
 *
 * @param name its name here
 * @param live the link that always leads to the newest one, to be put into servers' configuration; absolute
 * @param archive the directory with the files of just this one; absolute
 * @param chain the certificate, then its issuers in order; at least one
 */
public record Lineage(LineageName name, Path live, Path archive, List<X509Certificate> chain) {
    /** Copies the chain. */
    public Lineage {
        chain = List.copyOf(chain);
    }

    /**
     * Returns the certificate itself.
     *
     * @return the first of the chain
     */
    public X509Certificate certificate() {
        return chain.get(0);
    }

    /**
     * Returns the names in the certificate.
     *
     * @return the names, in the certificate's order
     */
    public List<DomainName> names() {
        return CertificateNames.of(certificate());
    }

    /**
     * Reads the private key from its file.
     *
     * @return the key pair, or empty if the key was never here
     * @throws StoreException if others than the owner may read or write the file
     * @throws io.github.vpsdns.acme.pem.PemException if the file cannot be read or has no private key
     */
    public Optional<KeyPair> key() {
        Path file = archive.resolve(FileNames.PRIVATE_KEY);
        return Files.exists(file) ? Optional.of(SecretFiles.readKey(file)) : Optional.empty();
    }

    /**
     * Tells whether this certificate was revoked from here.
     *
     * @return when and why, or empty if it was not
     * @throws StoreException if the note of it cannot be read
     */
    public Optional<RevocationNote> revocation() {
        Path file = archive.resolve(FileNames.REVOKED);
        return Files.exists(file) ? Optional.of(RevocationNote.read(file)) : Optional.empty();
    }
}
