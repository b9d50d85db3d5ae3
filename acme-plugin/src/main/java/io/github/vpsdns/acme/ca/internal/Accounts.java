// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.ca.internal;

import io.github.vpsdns.acme.ca.AccountSettings;
import io.github.vpsdns.acme.ca.CaException;
import io.github.vpsdns.acme.ca.CaException.Kind;
import io.github.vpsdns.acme.pem.KeyType;
import io.github.vpsdns.acme.store.AccountStore;
import io.github.vpsdns.acme.store.StoredAccount;
import io.github.vpsdns.core.time.Timekeeper;
import java.net.URI;
import java.security.KeyPair;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.shredzone.acme4j.Login;
import org.shredzone.acme4j.Metadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The account at the CA: made once, then found in the store. */
public final class Accounts {
    private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);

    private final Ca ca;
    private final URI directory;
    private final AccountSettings settings;
    private final AccountStore store;
    private final Timekeeper time;
    private final Consumer<URI> created;

    public Accounts(
            Ca ca,
            URI directory,
            AccountSettings settings,
            AccountStore store,
            Timekeeper time,
            Consumer<URI> created) {
        this.ca = ca;
        this.directory = directory;
        this.settings = settings;
        this.store = store;
        this.time = time;
        this.created = created;
    }

    public Login login() {
        Optional<StoredAccount> stored = new PendingKey(ca, directory, store, time).settle();
        if (stored.isEmpty()) {
            return create();
        }
        Login login = ca.login(stored.get().url(), stored.get().key());
        try {
            updateContact(login, stored.get());
            return login;
        } catch (CaException e) {
            return createIfGone(e);
        }
    }

    /** An account that the CA no longer knows, as after a reset of a staging server, is made anew. */
    public Login createIfGone(CaException refusal) {
        if (refusal.problem()
                .filter(problem -> problem.is("accountDoesNotExist"))
                .isEmpty()) {
            throw refusal;
        }
        LOG.info("the CA {} no longer knows the account, so it is made anew", ca.host());
        return create();
    }

    private Login create() {
        requireConsent();
        // On disk before the CA knows it: an account whose key is lost can be neither used nor closed.
        KeyPair key = store.pendingKey(directory).orElseGet(this::newKey);
        Login login = ca.register(key, settings);
        URI url = ca.uri(login.getAccount().getLocation());
        store.save(directory, new StoredAccount(url, contacts(), time.now(), key));
        LOG.info("made the account {} at {}", url, ca.host());
        created.accept(url);
        return login;
    }

    private KeyPair newKey() {
        KeyPair key = KeyType.P256.generate();
        store.savePendingKey(directory, key);
        return key;
    }

    private void requireConsent() {
        Metadata metadata = ca.metadata();
        Optional<URI> terms = metadata.getTermsOfService();
        if (terms.isPresent() && !settings.agreeToTerms()) {
            throw CaException.of(
                    Kind.ACTION_REQUIRED,
                    "the CA " + ca.host() + " makes accounts only for those who agree to its terms of service: read "
                            + terms.get() + " and then say so (--agree-tos)",
                    null);
        }
        if (metadata.isExternalAccountRequired() && settings.externalAccount() == null) {
            throw CaException.of(
                    Kind.ACTION_REQUIRED,
                    "the CA " + ca.host()
                            + " makes an account only for its customers: get a key identifier and HMAC key"
                            + " from its web site and give both (--eab-kid, --eab-hmac-file)",
                    null);
        }
    }

    private void updateContact(Login login, StoredAccount stored) {
        if (settings.email() == null || stored.contacts().equals(contacts())) {
            return;
        }
        new AccountCalls(ca).replaceContacts(login, contacts());
        store.save(directory, stored.withContacts(contacts()));
    }

    private List<String> contacts() {
        return settings.email() == null ? List.of() : List.of("mailto:" + settings.email());
    }
}
