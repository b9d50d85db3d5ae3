// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.tls;

import static java.util.Objects.requireNonNull;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * A key manager whose certificates can be changed at any time, without a new {@code SSLContext} and without a failed handshake.
 *
 * <p>JSSE chooses an alias, and asks for key and chain later. Each alias stands for one chain with its key for ever, and not for
 * whatever is newest, so that a handshake never sees the key of one and the chain of another. The eight before the newest of
 * each name are kept for handshakes under way; an older alias leads to nothing.
 *
 * <p><strong>Servers</strong> get the certificate for the {@linkplain RequestedHost host} that the client names: one with just
 * that name, else one with a wildcard for it, else the first that was put in, as clients do that name none. For both kinds of
 * keys, put in two certificates for the same names. Before the first {@link #put}, handshakes fail with the alert
 * {@code handshake_failure}. <strong>Clients</strong> are offered certificates that may be used by clients, which those of public
 * CAs usually may not (extended key usage, RFC 5280 section 4.2.1.12), from an issuer that the server names.
 *
 * <p>Sessions that are resumed go on with what they were made with, until they end; where the Java platform binds them to the
 * certificate in use (25 does), they are not resumed after a change, and a full handshake is made.
 *
 * <p>Thread-safe: readers never wait.
 */
public final class SwitchingKeyManager extends X509ExtendedKeyManager implements TlsTarget {
    /** Replaced by one at a time; readers take it once for each answer. */
    private volatile Wardrobe wardrobe = Wardrobe.EMPTY;

    /** Creates a key manager without any certificate. */
    public SwitchingKeyManager() {}

    /**
     * Puts a certificate into use; from the next handshake on it stands in the place of the former of its name.
     *
     * @param name what it and its successors are called here; any text
     * @param identity chain and key
     * @throws io.github.vpsdns.acme.pem.PemException if the certificate's names cannot be read; then nothing is changed
     */
    @Override
    public synchronized void put(String name, TlsIdentity identity) {
        requireNonNull(name, "name");
        requireNonNull(identity, "identity");
        wardrobe = wardrobe.with(name, identity);
    }

    /**
     * Looks up what is in use.
     *
     * @param name as it was put in
     * @return the newest of that name, or empty if there was none
     */
    public Optional<TlsIdentity> get(String name) {
        return wardrobe.named(name).map(Held::identity);
    }

    /**
     * Tells whether there is a certificate for a host.
     *
     * @param host its name in lower case, as A-labels
     * @return whether one has this name or a wildcard for it; what is only shown for lack of a better does not count
     */
    public boolean covers(String host) {
        return wardrobe.covers(host);
    }

    /**
     * Makes a context for servers and clients from this key manager and the platform's own trust; for another trust, such as in
     * clients' certificates, pass this to {@link SSLContext#init}.
     *
     * @return a new context, which follows every later change
     */
    public SSLContext newSslContext() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {this}, null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no TLS", e);
        }
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
            String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        return chooseServer(keyType, engine == null ? null : engine.getHandshakeSession());
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return chooseServer(keyType, socket instanceof SSLSocket tls ? tls.getHandshakeSession() : null);
    }

    private @Nullable String chooseServer(String keyType, @Nullable SSLSession handshake) {
        return wardrobe.forServer(keyType, RequestedHost.in(handshake).orElse(null))
                .map(Held::alias)
                .orElse(null);
    }

    @Override
    public @Nullable String chooseEngineClientAlias(
            String[] keyTypes, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        return chooseClient(keyTypes, issuers);
    }

    @Override
    public @Nullable String chooseClientAlias(
            String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return chooseClient(keyTypes, issuers);
    }

    private @Nullable String chooseClient(String[] keyTypes, Principal @Nullable [] issuers) {
        Wardrobe now = wardrobe;
        return Arrays.stream(keyTypes)
                .flatMap(type -> now.inUse().stream().filter(forClient(type, issuers)))
                .map(Held::alias)
                .findFirst()
                .orElse(null);
    }

    private static Predicate<Held> forClient(String keyType, Principal @Nullable [] issuers) {
        List<Principal> accepted = issuers == null ? List.of() : List.of(issuers);
        return held -> held.hasKeyOf(keyType) && held.isForClients() && held.isIssuedByOneOf(accepted);
    }

    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        return aliases(held -> held.hasKeyOf(keyType));
    }

    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return aliases(forClient(keyType, issuers));
    }

    private String @Nullable [] aliases(Predicate<Held> condition) {
        String[] aliases =
                wardrobe.inUse().stream().filter(condition).map(Held::alias).toArray(String[]::new);
        return aliases.length == 0 ? null : aliases;
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        return wardrobe.behind(alias).map(held -> held.identity().key()).orElse(null);
    }

    /** Returns a new array each time, since JSSE of Java 25 writes into it. */
    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        return wardrobe.behind(alias)
                .map(held -> held.identity().chain().toArray(X509Certificate[]::new))
                .orElse(null);
    }
}
