// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.revoke;

import static java.util.Objects.requireNonNull;

import io.github.vpsdns.acme.account.NoAccountException;
import io.github.vpsdns.acme.ca.AcmeServer;
import io.github.vpsdns.acme.ca.CaException;
import io.github.vpsdns.acme.ca.internal.Ca;
import io.github.vpsdns.acme.ca.internal.CaCalls;
import io.github.vpsdns.acme.ca.internal.CaFailure;
import io.github.vpsdns.acme.ca.internal.PendingKey;
import io.github.vpsdns.acme.ca.internal.RevocationCalls;
import io.github.vpsdns.acme.pem.KeyPairs;
import io.github.vpsdns.acme.store.AccountStore;
import io.github.vpsdns.acme.store.StoreException;
import io.github.vpsdns.acme.store.StoredAccount;
import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.time.Timekeeper;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.shredzone.acme4j.exception.AcmeLazyLoadingException;
import org.shredzone.acme4j.exception.AcmeProtocolException;

/**
 * Revokes certificates of one CA (RFC 8555 section 7.6). A certificate that is revoked already is no failure.
 *
 * <p>Every method throws {@link CaException} if the CA did not revoke, and {@link CancelledException} if the thread is
 * interrupted. Thread-safe.
 */
public final class RevocationService {
    private final AcmeServer server;
    private final Ca ca;
    private final RevocationCalls calls;
    private final Timekeeper time;

    /**
     * Creates the service; nothing is asked yet.
     *
     * @param server the CA that issued the certificates
     * @param time the clock
     */
    public RevocationService(AcmeServer server, Timekeeper time) {
        this.server = requireNonNull(server, "server");
        this.time = requireNonNull(time, "time");
        this.ca = new Ca(server, new CaCalls(server.host(), time, RandomGenerator.getDefault()));
        this.calls = new RevocationCalls(ca);
    }

    /**
     * Revokes by the account: the one that got the certificate, or one that has proven all of its names since.
     *
     * @param certificate what to revoke
     * @param accounts where the account is kept; while this works, for one process at a time
     * @param reason why
     * @return whether it was valid until now
     * @throws NoAccountException if there is no account at this CA
     * @throws StoreException if the account cannot be read
     */
    public boolean byAccount(X509Certificate certificate, AccountStore accounts, RevocationReason reason) {
        return guarded(() -> {
            StoredAccount account = new PendingKey(ca, server.directory(), accounts, time)
                    .settle()
                    .orElseThrow(() -> new NoAccountException(server.directory()));
            return calls.byAccount(ca.login(account.url(), account.key()), certificate, reason.code());
        });
    }

    /**
     * Revokes by the certificate's own key, which needs no account. For {@link RevocationReason#KEY_COMPROMISE} it is the proof
     * that some CAs want before they refuse that key from anybody.
     *
     * @param certificate what to revoke
     * @param key its key
     * @param reason why
     * @return whether it was valid until now
     * @throws InvalidValueException if it is the key of another certificate
     */
    public boolean byCertificateKey(X509Certificate certificate, KeyPair key, RevocationReason reason) {
        if (!KeyPairs.match(certificate.getPublicKey(), key.getPrivate())) {
            throw new InvalidValueException("the private key is not that of the certificate to be revoked");
        }
        return guarded(() -> calls.byCertificateKey(key, certificate, reason.code()));
    }

    private boolean guarded(BooleanSupplier work) {
        try {
            return work.getAsBoolean();
        } catch (AcmeProtocolException | AcmeLazyLoadingException e) {
            throw new CaFailure(server.host(), e).toThrow("reading an answer of the CA", time.now());
        }
    }
}
