// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.pem;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.name.DomainName;
import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Collection;
import java.util.List;
import org.shredzone.acme4j.util.CSRBuilder;

/**
 * A request to sign a key for some names (PKCS#10, RFC 2986).
 *
 * <p>Immutable and thread-safe.
 */
public final class Csr {
    private final byte[] der;
    private final List<DomainName> names;
    private final PublicKey publicKey;

    Csr(byte[] der, List<DomainName> names, PublicKey publicKey) {
        this.der = der.clone();
        this.names = List.copyOf(names);
        this.publicKey = publicKey;
    }

    /**
     * Makes a request with the names as subject alternative names and an empty subject.
     *
     * @param names the names, wildcards among them, at least one
     * @param key the key to be certified, EC or RSA, which signs the request
     * @return the request
     * @throws InvalidValueException if there is no name
     */
    public static Csr of(Collection<DomainName> names, KeyPair key) {
        if (names.isEmpty()) {
            throw new InvalidValueException("a certificate needs at least one name");
        }
        List<DomainName> distinct = names.stream().distinct().toList();
        CSRBuilder builder = new CSRBuilder();
        distinct.forEach(name -> builder.addDomain(name.toString()));
        try {
            builder.sign(key);
            return new Csr(builder.getEncoded(), distinct, key.getPublic());
        } catch (IOException e) {
            throw new PemException(
                    "cannot sign a request with the " + key.getPublic().getAlgorithm() + " key", e);
        }
    }

    /**
     * Reads a request that somebody else made.
     *
     * @param file a PEM or DER file of at most 1 MiB
     * @return the request
     * @throws PemException if it cannot be read, is damaged, is not signed by its own key, or asks for anything but DNS names
     */
    public static Csr read(Path file) {
        return new CsrParser(file.toString()).parse(Pem.bytes(file));
    }

    /**
     * Returns what is asked for.
     *
     * @return the names, each once; at least one
     */
    public List<DomainName> names() {
        return names;
    }

    /**
     * Returns the key to be certified.
     *
     * @return the public key
     */
    public PublicKey publicKey() {
        return publicKey;
    }

    /**
     * Returns the request as it goes to the certificate authority.
     *
     * @return a copy of its DER bytes
     */
    public byte[] der() {
        return der.clone();
    }
}
