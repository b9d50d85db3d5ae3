// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.model;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A certificate and what became of it.
 *
 * @param id last part of its URL
 * @param certId its name in renewal information (RFC 9773 §4.1)
 * @param accountId who got it
 * @param names as ordered
 * @param profile as ordered
 * @param chains leaf first, root left out; the first chain is the default one, the others are alternates
 * @param revokedReason RFC 5280 reason code if revoked, else null
 * @param replacedBy order that announced itself as successor, else null
 * @param window when it should be renewed
 */
public record IssuedCertificate(
        String id,
        String certId,
        String accountId,
        List<String> names,
        String profile,
        List<List<X509Certificate>> chains,
        @Nullable Integer revokedReason,
        @Nullable String replacedBy,
        RenewalWindow window) {

    /** Copies the lists. */
    public IssuedCertificate {
        names = List.copyOf(names);
        chains = List.copyOf(chains);
    }

    /** The certificate itself. */
    public X509Certificate leaf() {
        return chains.get(0).get(0);
    }

    /** The same, revoked, with its renewal due. */
    public IssuedCertificate revoked(int reason, Instant now, @Nullable String explanationUrl) {
        RenewalWindow over = RenewalWindow.past(now, explanationUrl);
        return new IssuedCertificate(id, certId, accountId, names, profile, chains, reason, replacedBy, over);
    }

    /** The same with a successor announced. */
    public IssuedCertificate replacedBy(String orderId) {
        return new IssuedCertificate(id, certId, accountId, names, profile, chains, revokedReason, orderId, window);
    }

    /** The same with another renewal window. */
    public IssuedCertificate withWindow(RenewalWindow newWindow) {
        return new IssuedCertificate(
                id, certId, accountId, names, profile, chains, revokedReason, replacedBy, newWindow);
    }
}
