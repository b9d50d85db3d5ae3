// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.jetty;

import static java.util.Objects.requireNonNull;

import io.github.vpsdns.acme.tls.SwitchingKeyManager;
import java.security.KeyStore;
import javax.net.ssl.KeyManager;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * Jetty's TLS settings for a server, with keys from a {@link SwitchingKeyManager}: a certificate that is put there shows from the
 * next handshake on. Nothing is reloaded, no connection is closed, and sessions can be resumed.
 *
 * <p>Everything about keys in it is without effect: key stores, their passwords, the certificate's alias and the {@code
 * SniSelector}. The key manager chooses by host itself. All else means what it means in Jetty: protocols, cipher suites, trust
 * store and client authentication, session cache, and {@code setSniRequired}, which refuses handshakes for hosts without a
 * certificate. So do the checks of {@code SecureRequestCustomizer}.
 *
 * <p>As thread-safe as its superclass: set up by one thread, then used by many.
 */
@SuppressWarnings("exports") // Whoever uses it reads Jetty's module.
public final class SwitchingSslContextFactory extends SslContextFactory.Server {
    private final SwitchingKeyManager keys;

    /**
     * Creates settings with Jetty's defaults.
     *
     * @param keys where certificates are put; may have none yet
     */
    public SwitchingSslContextFactory(SwitchingKeyManager keys) {
        this.keys = requireNonNull(keys, "keys");
        // Without any store, Jetty makes a context without asking for key managers.
        setKeyStore(KeyStores.empty());
    }

    @Override
    protected KeyManager[] getKeyManagers(KeyStore ignored) {
        return new KeyManager[] {new SniKeyManager(keys, this)};
    }
}
