// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.store;

import io.github.vpsdns.acme.pem.KeyType;
import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.name.DomainName;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was said when a certificate was issued, so that the next one needs no words. There is no secret in it.
 *
 * <p>Paths are made absolute, because the next one will be issued from elsewhere.
 *
 * @param names the names in the certificate, at least one
 * @param server the certificate authority's ACME directory
 * @param serverCa a PEM file of what to trust at the server instead of the public authorities, or {@code null}
 * @param email where the authority may write to, or {@code null}
 * @param keyType the kind of key to make
 * @param reuseKey whether the next certificate is for the same key
 * @param csr a file with a signing request, if the key is elsewhere, or {@code null}
 * @param profile a profile of the authority's, or {@code null} for its default
 * @param preferredChain the common name of the root to prefer, or {@code null}
 * @param challenge the challenge's type, such as {@code dns-01}
 * @param alias where the challenges' CNAMEs lead to, or {@code null} to look
 * @param propagationTimeout how long to wait for the name servers; more than zero
 * @param deployHook a command to run afterwards, or {@code null}
 * @param keystorePasswordFile a file with the password for a PKCS#12 file, or {@code null} if none is wanted
 * @param persistFor for how long persistent proofs shall hold from being written, or {@code null} for as long as they stand
 */
public record RenewalSettings(
        List<DomainName> names,
        URI server,
        @Nullable Path serverCa,
        @Nullable String email,
        KeyType keyType,
        boolean reuseKey,
        @Nullable Path csr,
        @Nullable String profile,
        @Nullable String preferredChain,
        String challenge,
        @Nullable DomainName alias,
        Duration propagationTimeout,
        @Nullable String deployHook,
        @Nullable Path keystorePasswordFile,
        @Nullable Duration persistFor) {
    /**
     * Checks what can be checked here.
     *
     * @throws InvalidValueException if there is no name, the server is no absolute URL, or the time limit is not positive
     */
    public RenewalSettings {
        names = List.copyOf(names);
        if (names.isEmpty()) {
            throw new InvalidValueException("a certificate needs at least one name");
        }
        if (!server.isAbsolute() || server.getHost() == null) {
            throw new InvalidValueException(
                    "'" + server + "' is not the URL of an ACME directory; expected https://host/path");
        }
        if (propagationTimeout.isNegative() || propagationTimeout.isZero()) {
            throw new InvalidValueException(
                    "the propagation timeout is " + propagationTimeout + "; expected more than zero");
        }
        serverCa = absolute(serverCa);
        csr = absolute(csr);
        keystorePasswordFile = absolute(keystorePasswordFile);
    }

    /**
     * Begins with what most certificates need: a key of kind P-256 that is new each time, the authority's own profile and chain,
     * the challenge {@code dns-01}, and ten minutes for the name servers.
     *
     * @param names the names in the certificate, at least one
     * @param server the certificate authority's ACME directory
     * @return a builder for the rest
     */
    public static RenewalSettingsBuilder builder(List<DomainName> names, URI server) {
        return new RenewalSettings(
                        names,
                        server,
                        null,
                        null,
                        KeyType.P256,
                        false,
                        null,
                        null,
                        null,
                        "dns-01",
                        null,
                        Duration.ofMinutes(10),
                        null,
                        null,
                        null)
                .toBuilder();
    }

    /**
     * Begins with these settings.
     *
     * @return a builder for what is to be other
     */
    public RenewalSettingsBuilder toBuilder() {
        return new RenewalSettingsBuilder(this);
    }

    private static @Nullable Path absolute(@Nullable Path path) {
        return path == null ? null : path.toAbsolutePath().normalize();
    }
}
