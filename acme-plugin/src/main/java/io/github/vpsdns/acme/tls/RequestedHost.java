// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.tls;

import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLSession;
import javax.net.ssl.StandardConstants;
import org.jspecify.annotations.Nullable;

/** The host that a client says it wants to talk to (server name indication, RFC 6066 section 3). Stateless. */
public final class RequestedHost {
    private RequestedHost() {}

    /**
     * Reads it during a handshake.
     *
     * @param handshake the session that is being made, or {@code null} if it is not known yet
     * @return the host in lower case, or empty if the client named none
     */
    public static Optional<String> in(@Nullable SSLSession handshake) {
        if (!(handshake instanceof ExtendedSSLSession session)) {
            return Optional.empty();
        }
        return session.getRequestedServerNames().stream()
                .filter(name -> name.getType() == StandardConstants.SNI_HOST_NAME)
                .findFirst()
                .flatMap(RequestedHost::host);
    }

    private static Optional<String> host(SNIServerName name) {
        try {
            return Optional.of(new SNIHostName(name.getEncoded()).getAsciiName().toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
