// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.issue;

import io.github.vpsdns.acme.ca.AccountSettings;
import io.github.vpsdns.acme.ca.AcmeServer;
import io.github.vpsdns.acme.ca.CaException;
import io.github.vpsdns.acme.ca.internal.Accounts;
import io.github.vpsdns.acme.ca.internal.Ca;
import io.github.vpsdns.acme.ca.internal.CaCalls;
import io.github.vpsdns.acme.ca.internal.CaFailure;
import io.github.vpsdns.acme.ca.internal.PersistentIdentity;
import io.github.vpsdns.acme.store.AccountStore;
import io.github.vpsdns.acme.store.StoredAccount;
import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.time.Timekeeper;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.shredzone.acme4j.Metadata;
import org.shredzone.acme4j.exception.AcmeLazyLoadingException;
import org.shredzone.acme4j.exception.AcmeProtocolException;

/**
 * What a CA says of itself in its directory (RFC 8555 section 7.1.1) that matters for records in DNS, and as whom we are known
 * there. Thread-safe.
 */
public final class CaDirectory {
    private final AcmeServer server;
    private final Ca ca;
    private final Metadata metadata;
    private final Timekeeper time;

    private CaDirectory(AcmeServer server, Ca ca, Metadata metadata, Timekeeper time) {
        this.server = server;
        this.ca = ca;
        this.metadata = metadata;
        this.time = time;
    }

    /**
     * Reads the directory.
     *
     * @param server the CA
     * @param time the clock
     * @return what it says
     * @throws CaException if the CA cannot be reached or sends none
     * @throws CancelledException if the thread is interrupted, with the flag set again
     */
    public static CaDirectory read(AcmeServer server, Timekeeper time) {
        Ca ca = new Ca(server, new CaCalls(server.host(), time, RandomGenerator.getDefault()));
        try {
            return new CaDirectory(server, ca, ca.metadata(), time);
        } catch (AcmeProtocolException | AcmeLazyLoadingException e) {
            throw new CaFailure(server.host(), e).toThrow("reading the directory of the CA", time.now());
        }
    }

    /**
     * Returns by which names CAA records mean this CA.
     *
     * @return the names, lower case; none if it does not say
     */
    public List<String> caaIdentities() {
        return PersistentIdentity.caaIdentities(metadata);
    }

    /**
     * Returns by which names persistent proofs mean this CA, as far as it says before there is a challenge.
     *
     * @return the names, lower case; those of CAA records if it says nothing else
     */
    public List<String> issuers() {
        return PersistentIdentity.issuers(metadata);
    }

    /**
     * Returns the account that is kept, without asking the CA.
     *
     * @param accounts where it is kept
     * @return the account; empty if there is none
     */
    public Optional<IssuingAccount> stored(AccountStore accounts) {
        return accounts.load(server.directory()).map(this::account);
    }

    /**
     * Returns the account that is kept, or makes one.
     *
     * @param accounts where it is kept
     * @param settings what is needed to make one
     * @return the account
     * @throws CaException if none can be made
     * @throws CancelledException if the thread is interrupted, with the flag set again
     */
    public IssuingAccount storedOrMade(AccountStore accounts, AccountSettings settings) {
        Optional<IssuingAccount> stored = stored(accounts);
        if (stored.isEmpty()) {
            try {
                new Accounts(ca, server.directory(), settings, accounts, time, url -> {}).login();
            } catch (AcmeProtocolException | AcmeLazyLoadingException e) {
                throw new CaFailure(server.host(), e).toThrow("making an account at the CA", time.now());
            }
        }
        return stored.or(() -> stored(accounts)).orElseThrow();
    }

    private IssuingAccount account(StoredAccount account) {
        return new IssuingAccount(account.url(), PersistentIdentity.account(metadata, account));
    }
}
