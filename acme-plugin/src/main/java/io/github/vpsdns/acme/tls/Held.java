// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.tls;

import io.github.vpsdns.core.name.DomainName;
import java.security.Principal;
import java.security.cert.CertificateParsingException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One identity, under the alias that stands for just this one and never for a successor.
 *
 * @param alias what JSSE knows it by
 * @param identity chain and key
 * @param names the certificate's DNS names in lower case
 */
record Held(String alias, TlsIdentity identity, Set<String> names) {
    private static final Set<String> CLIENT_USES = Set.of("1.3.6.1.5.5.7.3.2", "2.5.29.37.0");

    static Held of(String alias, TlsIdentity identity) {
        return new Held(
                alias,
                identity,
                identity.names().stream().map(DomainName::toString).collect(Collectors.toUnmodifiableSet()));
    }

    boolean hasKeyOf(String keyType) {
        return identity.key().getAlgorithm().equals(keyType);
    }

    boolean isFor(String host) {
        return names.contains(host);
    }

    /** A wildcard stands for exactly one label (RFC 9525 section 6.3). */
    boolean coversByWildcard(String host) {
        int dot = host.indexOf('.');
        return dot > 0 && names.contains("*" + host.substring(dot));
    }

    /** Public CAs issue for servers only, and a peer refuses such a certificate from a client: rather offer none. */
    boolean isForClients() {
        try {
            List<String> uses = identity.certificate().getExtendedKeyUsage();
            return uses == null || uses.stream().anyMatch(CLIENT_USES::contains);
        } catch (CertificateParsingException e) {
            return false;
        }
    }

    boolean isIssuedByOneOf(List<Principal> issuers) {
        return issuers.isEmpty()
                || identity.chain().stream()
                        .anyMatch(certificate -> issuers.contains(certificate.getIssuerX500Principal()));
    }
}
