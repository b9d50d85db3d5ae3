// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.store;

import io.github.vpsdns.core.address.Network;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Accounts of acme-dns clients. Blocks for as long as the database takes, and throws {@link StoreException}. Thread-safe. */
public interface AccountBook {
    /**
     * An account.
     *
     * @param username a random UUID
     * @param passwordDigest of a random password: its SHA-256 in lower-case hexadecimal
     * @param subdomain a random UUID, the first label of the account's name
     * @param allowFrom from where it may be used; from everywhere if there is none
     * @param registeredBy the user who registered it, or empty
     * @param registeredAt when
     */
    record Account(
            String username,
            String passwordDigest,
            String subdomain,
            List<Network> allowFrom,
            String registeredBy,
            Instant registeredAt) {}

    /**
     * Keeps a new account.
     *
     * @param account the account
     */
    void add(Account account);

    /**
     * Finds an account.
     *
     * @param username its name
     * @return the account, or empty
     */
    Optional<Account> find(String username);

    /**
     * Counts the accounts.
     *
     * @return how many there are
     */
    int count();
}
