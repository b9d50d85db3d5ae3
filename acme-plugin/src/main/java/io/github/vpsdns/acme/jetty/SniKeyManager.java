// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.jetty;

import io.github.vpsdns.acme.tls.RequestedHost;
import io.github.vpsdns.acme.tls.SwitchingKeyManager;
import java.security.Principal;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;

/**
 * Does what Jetty's own key manager for several hosts does beside choosing: leaves the host in the session, where {@code
 * SecureRequestCustomizer} looks for it, and refuses unknown hosts where that is wanted.
 */
final class SniKeyManager extends SslContextFactory.X509ExtendedKeyManagerWrapper {
    private final SwitchingKeyManager keys;
    private final SslContextFactory.Server settings;

    SniKeyManager(SwitchingKeyManager keys, SslContextFactory.Server settings) {
        super(keys);
        this.keys = keys;
        this.settings = settings;
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
            String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        SSLSession handshake = engine == null ? null : engine.getHandshakeSession();
        Optional<String> host = RequestedHost.in(handshake);
        if (handshake != null && host.isPresent()) {
            handshake.putValue(SslContextFactory.Server.SNI_HOST, host.get());
        }
        if (settings.isSniRequired() && host.filter(keys::covers).isEmpty()) {
            return null;
        }
        return keys.chooseEngineServerAlias(keyType, issuers, engine);
    }
}
