// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.http;

import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.error.RateLimitedException;
import io.github.vpsdns.core.error.ServerErrorException;
import io.github.vpsdns.core.error.TransportException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** What a failure of one try says about trying again. */
public final class Failures {
    private Failures() {}

    /**
     * Tells whether a request that may be repeated should be: 429, 502, 503, 504, and broken or missing connections.
     *
     * @param failure why the last try failed
     * @return whether the next may succeed
     */
    public static boolean pass(VpsDnsException failure) {
        if (failure instanceof ServerErrorException server) {
            return server.status() >= 502 && server.status() <= 504;
        }
        if (failure instanceof TransportException) {
            return !isDistrust(failure.getCause());
        }
        return failure instanceof RateLimitedException;
    }

    /**
     * Tells whether the request may have taken effect although it failed. A 429 never does: the API throttles before it does
     * anything.
     *
     * @param failure why the try failed
     * @return whether that must be found out before it is repeated
     */
    public static boolean leaveDoubt(VpsDnsException failure) {
        return failure instanceof ServerErrorException
                || (failure instanceof TransportException transport && transport.maybeApplied());
    }

    /** A certificate that does not convince will not do so in a minute. */
    private static boolean isDistrust(@Nullable Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException || cause instanceof SSLPeerUnverifiedException) {
                return true;
            }
        }
        return false;
    }
}
