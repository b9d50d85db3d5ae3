// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.ca;

import static java.util.Objects.requireNonNull;

import io.github.vpsdns.core.InvalidValueException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a CA can be reached.
 *
 * @param directory URL of its directory (RFC 8555 section 7.1.1): https, or http on this machine itself
 * @param trustedCertificates a PEM file with the only certificates to trust when connecting, or {@code null} for those of the
 *     Java platform
 */
public record AcmeServer(URI directory, @Nullable Path trustedCertificates) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final Map<String, String> KNOWN = new TreeMap<>(Map.of(
            "letsencrypt", "https://acme-v02.api.letsencrypt.org/directory",
            "letsencrypt-staging", "https://acme-staging-v02.api.letsencrypt.org/directory",
            "zerossl", "https://acme.zerossl.com/v2/DV90",
            "google", "https://dv.acme-v02.api.pki.goog/directory",
            "google-staging", "https://dv.acme-v02.test-api.pki.goog/directory",
            "ssl.com", "https://acme.ssl.com/sslcom-dv-ecc",
            "ssl.com-rsa", "https://acme.ssl.com/sslcom-dv-rsa",
            "actalis", "https://acme-api.actalis.com/acme/directory"));

    /** Directories for trials, which nobody trusts and whose limits are wide, by the directory they are for. */
    private static final Map<URI, URI> STAGING =
            Map.of(known("letsencrypt"), known("letsencrypt-staging"), known("google"), known("google-staging"));

    /**
     * Checks the URL.
     *
     * @throws InvalidValueException if it is not an https URL with a host, and not an http one of this machine itself
     */
    public AcmeServer {
        String scheme = String.valueOf(directory.getScheme()).toLowerCase(Locale.ROOT);
        String host = String.valueOf(directory.getHost()).toLowerCase(Locale.ROOT);
        boolean accepted = scheme.equals("https") || (scheme.equals("http") && LOOPBACK.contains(host));
        if (directory.getHost() == null || !accepted) {
            throw unusable(directory.toString());
        }
    }

    /**
     * Finds a CA by its name, or takes the URL of its directory.
     *
     * @param nameOrUrl one of {@link #names}, or a URL
     * @param trustedCertificates as in the constructor
     * @return where it is
     * @throws InvalidValueException if it is neither
     */
    public static AcmeServer of(String nameOrUrl, @Nullable Path trustedCertificates) {
        String known = KNOWN.get(nameOrUrl.toLowerCase(Locale.ROOT));
        try {
            return new AcmeServer(new URI(known != null ? known : nameOrUrl), trustedCertificates);
        } catch (URISyntaxException e) {
            throw unusable(nameOrUrl);
        }
    }

    /**
     * Returns the names that stand for a CA.
     *
     * @return the names, sorted; immutable
     */
    public static Set<String> names() {
        return Collections.unmodifiableSet(KNOWN.keySet());
    }

    /**
     * Returns the CA's host, as people know it.
     *
     * @return such as {@code acme-v02.api.letsencrypt.org}
     */
    public String host() {
        return directory.getHost();
    }

    /**
     * Finds where the same CA lets one try what it does, with limits of its own.
     *
     * @return its staging server, if one is known
     */
    public Optional<AcmeServer> staging() {
        return Optional.ofNullable(STAGING.get(directory)).map(found -> new AcmeServer(found, trustedCertificates));
    }

    private static URI known(String name) {
        return URI.create(requireNonNull(KNOWN.get(name)));
    }

    private static InvalidValueException unusable(String given) {
        return new InvalidValueException(
                "'" + given + "' is not the address of a CA; expected an https URL (http only to this"
                        + " machine itself) or one of " + String.join(", ", KNOWN.keySet()));
    }
}
