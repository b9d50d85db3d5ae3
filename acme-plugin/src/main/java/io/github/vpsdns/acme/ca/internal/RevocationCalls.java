// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.ca.internal;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.shredzone.acme4j.Certificate;
import org.shredzone.acme4j.Login;
import org.shredzone.acme4j.RevocationReason;
import org.shredzone.acme4j.exception.AcmeServerException;

/** The request to revoke a certificate (RFC 8555 section 7.6). Thread-safe. */
public final class RevocationCalls {
    private final Ca ca;

    public RevocationCalls(Ca ca) {
        this.ca = ca;
    }

    /** Revokes by an account; tells whether the certificate was valid until now. */
    public boolean byAccount(Login login, X509Certificate certificate, int reason) {
        return revoke(() -> Certificate.revoke(login, certificate, reason(reason)));
    }

    /** Revokes by the certificate's key; tells whether the certificate was valid until now. */
    public boolean byCertificateKey(KeyPair key, X509Certificate certificate, int reason) {
        return revoke(() -> Certificate.revoke(ca.session(), key, certificate, reason(reason)));
    }

    private boolean revoke(CaCalls.Action request) {
        AtomicInteger sent = new AtomicInteger();
        return ca.calls().call("revoking the certificate", () -> {
            try {
                sent.incrementAndGet();
                request.run();
                return true;
            } catch (AcmeServerException e) {
                if (Problems.of(e.getProblem()).is("alreadyRevoked")) {
                    // After a request whose answer was lost it is our own revocation that is in the way.
                    return sent.get() > 1;
                }
                throw e;
            }
        });
    }

    /** "Unspecified" is said by saying nothing (RFC 5280 section 5.3.1). */
    private static @Nullable RevocationReason reason(int code) {
        return code == 0 ? null : RevocationReason.code(code);
    }
}
