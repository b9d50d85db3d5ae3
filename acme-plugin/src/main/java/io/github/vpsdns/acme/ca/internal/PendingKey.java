// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.ca.internal;

import io.github.vpsdns.acme.store.AccountStore;
import io.github.vpsdns.acme.store.StoredAccount;
import io.github.vpsdns.core.time.Timekeeper;
import java.net.URI;
import java.security.KeyPair;
import java.util.List;
import java.util.Optional;
import org.shredzone.acme4j.Account;
import org.shredzone.acme4j.Login;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settles which key an account has where an earlier run ended between telling the CA and writing down that it knows.
 *
 * <p>A pending key that the CA does not know is kept: the request may still be on its way, and the next attempt uses the same
 * key. It costs one request at each login until then.
 */
public final class PendingKey {
    private static final Logger LOG = LoggerFactory.getLogger(PendingKey.class);

    private final Ca ca;
    private final URI directory;
    private final AccountStore store;
    private final Timekeeper time;

    public PendingKey(Ca ca, URI directory, AccountStore store, Timekeeper time) {
        this.ca = ca;
        this.directory = directory;
        this.store = store;
        this.time = time;
    }

    /** Returns the account with the key that the CA knows it by, empty if there is none. */
    public Optional<StoredAccount> settle() {
        Optional<StoredAccount> stored = store.load(directory);
        Optional<KeyPair> pending = store.pendingKey(directory);
        if (pending.isEmpty()) {
            return stored;
        }
        AccountCalls calls = new AccountCalls(ca);
        Optional<Login> known = calls.find(pending.get());
        if (known.isEmpty()) {
            return stored.map(
                    account -> calls.has(account.url(), pending.get()) ? settled(account, pending.get()) : account);
        }
        URI url = ca.uri(known.get().getAccount().getLocation());
        StoredAccount settled = stored.filter(account -> account.url().equals(url))
                .map(account -> account.withKey(pending.get()))
                .orElseGet(() -> found(url, calls.read(known.get()), pending.get()));
        store.save(directory, settled);
        LOG.info("the CA {} knows the account {} by the key that was pending", ca.host(), url);
        return Optional.of(settled);
    }

    private StoredAccount settled(StoredAccount account, KeyPair key) {
        StoredAccount settled = account.withKey(key);
        store.save(directory, settled);
        LOG.info("the CA {} knows the account {} by the key that was pending", ca.host(), account.url());
        return settled;
    }

    private StoredAccount found(URI url, Account account, KeyPair key) {
        List<String> contacts =
                account.getContacts().stream().map(URI::toString).toList();
        return new StoredAccount(url, contacts, time.now(), key);
    }
}
