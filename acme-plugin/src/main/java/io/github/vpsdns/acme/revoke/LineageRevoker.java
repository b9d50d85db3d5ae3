// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.revoke;

import static java.util.Objects.requireNonNull;

import io.github.vpsdns.acme.ca.AcmeServer;
import io.github.vpsdns.acme.ca.CaException;
import io.github.vpsdns.acme.schedule.Issuance;
import io.github.vpsdns.acme.store.Lineage;
import io.github.vpsdns.acme.store.LineageName;
import io.github.vpsdns.acme.store.RenewalSettings;
import io.github.vpsdns.acme.store.RevocationNote;
import io.github.vpsdns.acme.store.StateDirectory;
import io.github.vpsdns.acme.store.StateLock;
import io.github.vpsdns.acme.store.StoreException;
import io.github.vpsdns.acme.store.UnknownLineageException;
import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.time.Timekeeper;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives up the newest certificate of a lineage: revokes it at its CA, notes that beside its files, and forgets the settings for
 * renewal, in this order, so that whatever ends it in between, the same call again does the rest.
 *
 * <p>The files and the link to them stay: a server that is started again needs them, even to say that it has a problem. Nothing
 * renews the lineage until it is issued again. Thread-safe; works under the lock of the state directory.
 */
public final class LineageRevoker {
    /** Whose right to revoke is used (RFC 8555 section 7.6). */
    public enum By {
        /** That of the account which got the certificate. */
        ACCOUNT,
        /** That of whoever has the certificate's key. */
        CERTIFICATE_KEY
    }

    /**
     * What was done.
     *
     * @param lineage the certificate
     * @param server the CA
     * @param now whether it was valid until now
     * @param renewed whether it would have been renewed; no longer
     */
    public record Revoked(Lineage lineage, AcmeServer server, boolean now, boolean renewed) {}

    private static final Logger LOG = LoggerFactory.getLogger(LineageRevoker.class);
    private static final Duration LOCK_LIMIT = Duration.ofMinutes(1);

    private final StateDirectory state;
    private final Timekeeper time;

    /**
     * Creates the revoker; nothing is asked yet.
     *
     * @param state where the certificates and accounts are
     * @param time the clock
     */
    public LineageRevoker(StateDirectory state, Timekeeper time) {
        this.state = requireNonNull(state, "state");
        this.time = requireNonNull(time, "time");
    }

    /**
     * Revokes the newest certificate of a name.
     *
     * @param name the lineage
     * @param by whose right is used
     * @param reason why
     * @param given the CA that issued it, or {@code null} for the one that is remembered, or else that its settings for renewal
     *     name
     * @return what was done
     * @throws UnknownLineageException if there is no such certificate
     * @throws StoreException if its key is needed and not here, nothing says which CA issued it, or
     *     the state directory cannot be used
     * @throws io.github.vpsdns.acme.account.NoAccountException if there is no account at the CA, where one is needed
     * @throws CaException if the CA did not revoke; then nothing has changed here
     * @throws CancelledException if the thread is interrupted
     */
    public Revoked revoke(LineageName name, By by, RevocationReason reason, @Nullable AcmeServer given) {
        require(name);
        state.prepare();
        try (StateLock held = state.lock(LOCK_LIMIT, time)) {
            requireNonNull(held);
            Lineage lineage = require(name);
            AcmeServer server = given != null ? given : server(lineage);
            boolean now = revoke(lineage, new RevocationService(server, time), by, reason);
            if (now || lineage.revocation().isEmpty()) {
                state.lineages().noteRevocation(lineage, new RevocationNote(time.now(), reason.toString()));
            }
            return new Revoked(lineage, server, now, state.renewals().remove(name));
        }
    }

    private boolean revoke(Lineage lineage, RevocationService service, By by, RevocationReason reason) {
        if (by == By.ACCOUNT) {
            return service.byAccount(lineage.certificate(), state.accounts(), reason);
        }
        KeyPair key = lineage.key()
                .orElseThrow(() -> new StoreException(
                        "the key of the certificate " + lineage.name()
                                + " is not here, since it was made elsewhere; revoke by the account, or there",
                        null));
        return service.byCertificateKey(lineage.certificate(), key, reason);
    }

    private Lineage require(LineageName name) {
        return state.lineages()
                .load(name)
                .orElseThrow(() -> new UnknownLineageException(
                        name, state.path(), state.lineages().list()));
    }

    /** The settings say who is to issue the next one, which need not be who issued this one. */
    private AcmeServer server(Lineage lineage) {
        LineageName name = lineage.name();
        Optional<RenewalSettings> settings = state.renewals().load(name);
        URI server = issuer(lineage)
                .or(() -> settings.map(RenewalSettings::server))
                .orElseThrow(() -> new StoreException(
                        "nothing here says which CA issued the certificate " + name
                                + ", since it is not renewed any more; name the CA (--server)",
                        null));
        Path trusted = settings.filter(known -> known.server().equals(server))
                .map(RenewalSettings::serverCa)
                .orElse(null);
        return new AcmeServer(server, trusted);
    }

    private Optional<URI> issuer(Lineage lineage) {
        String serial = Issuance.serial(lineage.certificate());
        try {
            return Optional.ofNullable(state.storage()
                            .memory(lineage.name())
                            .settled(serial)
                            .issuanceOf(serial))
                    .map(Issuance::server);
        } catch (StoreException e) {
            LOG.warn("what is remembered of {} does not count: {}", lineage.name(), e.getMessage());
            return Optional.empty();
        }
    }
}
