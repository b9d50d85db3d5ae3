// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.account;

import static java.util.Objects.requireNonNull;

import io.github.vpsdns.acme.ca.AcmeServer;
import io.github.vpsdns.acme.ca.CaException;
import io.github.vpsdns.acme.ca.MailAddress;
import io.github.vpsdns.acme.ca.internal.AccountCalls;
import io.github.vpsdns.acme.ca.internal.Ca;
import io.github.vpsdns.acme.ca.internal.CaCalls;
import io.github.vpsdns.acme.ca.internal.CaFailure;
import io.github.vpsdns.acme.ca.internal.PendingKey;
import io.github.vpsdns.acme.pem.KeyType;
import io.github.vpsdns.acme.store.AccountStore;
import io.github.vpsdns.acme.store.StoreException;
import io.github.vpsdns.acme.store.StoredAccount;
import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.time.Timekeeper;
import java.net.URI;
import java.security.KeyPair;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.shredzone.acme4j.Account;
import org.shredzone.acme4j.Login;
import org.shredzone.acme4j.exception.AcmeLazyLoadingException;
import org.shredzone.acme4j.exception.AcmeProtocolException;

/**
 * The account at one CA (RFC 8555 section 7.3).
 *
 * <p>Every method throws {@link NoAccountException} if the store has no account at this CA, {@link CaException} if the CA did not
 * do what was asked, {@link StoreException} if the store cannot be read or written, and {@link CancelledException} if the thread
 * is interrupted. Where an earlier run ended in the middle of a change of key, it is first settled which key the CA knows.
 *
 * <p>Not thread-safe, and for one process at a time: hold the lock of the state directory, if the store is that of one.
 */
public final class AccountService {
    private final AcmeServer server;
    private final AccountStore store;
    private final Ca ca;
    private final AccountCalls calls;
    private final Timekeeper time;

    /**
     * Creates the service; nothing is asked yet.
     *
     * @param server the CA
     * @param store where the account is kept
     * @param time the clock
     */
    public AccountService(AcmeServer server, AccountStore store, Timekeeper time) {
        this.server = requireNonNull(server, "server");
        this.store = requireNonNull(store, "store");
        this.time = requireNonNull(time, "time");
        this.ca = new Ca(server, new CaCalls(server.host(), time, RandomGenerator.getDefault()));
        this.calls = new AccountCalls(ca);
    }

    /**
     * Asks the CA what it knows of the account.
     *
     * @return the account
     */
    public AccountDetails show() {
        return guarded(() -> details(stored()));
    }

    /**
     * Has the CA write to these addresses and no others.
     *
     * @param addresses the addresses; none if it shall not write at all
     * @return the account as it is then
     */
    public AccountDetails updateContacts(List<MailAddress> addresses) {
        List<String> contacts = addresses.stream().map(MailAddress::url).toList();
        return guarded(() -> {
            StoredAccount account = stored();
            calls.replaceContacts(login(account), contacts);
            StoredAccount changed = account.withContacts(contacts);
            store.save(server.directory(), changed);
            return details(changed);
        });
    }

    /**
     * Gives the account a new key; the CA takes no request by the old one any more (RFC 8555 section 7.3.5).
     *
     * <p>The new key is saved before the CA is told, and the old one is kept until the CA has confirmed. Whenever this ends in
     * between, whoever uses the account next asks the CA which one it knows.
     *
     * @param type the kind of the new key
     * @return the account as it is then
     */
    public AccountDetails rollOver(KeyType type) {
        return guarded(() -> {
            StoredAccount account = stored();
            KeyPair fresh = freshKey(type);
            changeKey(account, fresh);
            StoredAccount changed = account.withKey(fresh);
            store.save(server.directory(), changed);
            return details(changed);
        });
    }

    /**
     * Closes the account for good, and forgets it. Certificates that it got stay valid, and can be revoked by their own keys.
     *
     * @return whether it was open until now
     */
    public boolean deactivate() {
        return guarded(() -> {
            boolean open = deactivate(stored());
            store.remove(server.directory());
            return open;
        });
    }

    private boolean deactivate(StoredAccount account) {
        try {
            calls.deactivate(login(account));
            return true;
        } catch (CaException e) {
            // A CA refuses any request of an account that is closed (section 7.3.6); this one needs no right but to be
            // open.
            if (e.problem()
                    .filter(problem -> problem.is("unauthorized") || problem.is("accountDoesNotExist"))
                    .isEmpty()) {
                throw e;
            }
            return false;
        }
    }

    /** A key that an unfinished change left behind is used again: the CA may yet come to know it. */
    private KeyPair freshKey(KeyType type) {
        Optional<KeyPair> begun = store.pendingKey(server.directory())
                .filter(key -> KeyType.describe(key.getPublic()).equals(type.toString()));
        return begun.orElseGet(() -> {
            KeyPair key = type.generate();
            store.savePendingKey(server.directory(), key);
            return key;
        });
    }

    private void changeKey(StoredAccount account, KeyPair fresh) {
        try {
            calls.changeKey(account.url(), account.key(), fresh);
        } catch (CaException refusal) {
            // A slow CA may have carried out the first request while it refused the second, which the old key had
            // signed.
            if (refusal.isTransient() || !calls.has(account.url(), fresh)) {
                throw refusal;
            }
        }
    }

    private StoredAccount stored() {
        return new PendingKey(ca, server.directory(), store, time)
                .settle()
                .orElseThrow(() -> new NoAccountException(server.directory()));
    }

    private Login login(StoredAccount account) {
        return ca.login(account.url(), account.key());
    }

    private AccountDetails details(StoredAccount stored) {
        Account account = calls.read(login(stored));
        return new AccountDetails(
                server.directory(),
                stored.url(),
                account.getStatus().name().toLowerCase(Locale.ROOT),
                account.getContacts().stream().map(URI::toString).toList(),
                account.getTermsOfServiceAgreed().orElse(null),
                ca.metadata().getTermsOfService().orElse(null),
                account.getKeyIdentifier().orElse(null),
                KeyType.describe(stored.key().getPublic()),
                stored.created());
    }

    private <T> T guarded(Supplier<T> work) {
        try {
            return work.get();
        } catch (AcmeProtocolException | AcmeLazyLoadingException e) {
            throw new CaFailure(server.host(), e).toThrow("reading an answer of the CA", time.now());
        }
    }
}
