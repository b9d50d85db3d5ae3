// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.jetty;

import static java.util.Objects.requireNonNull;

import io.github.vpsdns.acme.tls.TlsIdentity;
import io.github.vpsdns.acme.tls.TlsTarget;
import java.security.KeyStore;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * Gives an existing {@code SslContextFactory} a new key store for each new certificate, and reloads it.
 *
 * <p>Prefer {@link SwitchingSslContextFactory} where the factory is yours to make. A reload makes a new {@code SSLContext}, so
 * all sessions end, and it empties Jetty's table of hosts while handshakes under way read it: with more than one certificate,
 * one of them may be shown that of another host, and with {@code setSniRequired} be refused. With one certificate and without
 * that setting, only a handshake that is under way at the very moment may break off, and the client tries again.
 *
 * <p>Thread-safe.
 */
public final class ReloadingTarget implements TlsTarget {
    private final SslContextFactory.Server factory;

    /** In the way of whoever prints the factory; the store is in memory, beside the password. */
    private final String password = UUID.randomUUID().toString();

    private final Map<String, TlsIdentity> identities = new LinkedHashMap<>();

    /**
     * Takes over the key store of a factory.
     *
     * @param factory the factory; one without a key store gets an empty one, so that it can be started before the first
     *     certificate is there
     */
    @SuppressWarnings("exports") // Whoever uses it reads Jetty\'s module.
    public ReloadingTarget(SslContextFactory.Server factory) {
        this.factory = requireNonNull(factory, "factory");
        if (factory.getKeyStore() == null && factory.getKeyStoreResource() == null) {
            factory.setKeyStore(KeyStores.empty());
        }
    }

    /**
     * Reloads the factory with all certificates so far.
     *
     * @throws IllegalStateException if Jetty does not take them
     */
    @Override
    public synchronized void put(String name, TlsIdentity identity) {
        identities.put(requireNonNull(name, "name"), requireNonNull(identity, "identity"));
        KeyStore store = KeyStores.of(identities, password);
        try {
            factory.reload(reloaded -> {
                reloaded.setKeyStore(store);
                reloaded.setKeyManagerPassword(password);
            });
        } catch (Exception e) {
            throw new IllegalStateException(
                    "Jetty does not take the certificate of " + name + ": " + e.getMessage(), e);
        }
    }
}
