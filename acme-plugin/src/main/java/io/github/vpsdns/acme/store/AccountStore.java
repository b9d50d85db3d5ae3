// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.store;

import java.net.URI;
import java.security.KeyPair;
import java.util.List;
import java.util.Optional;

/**
 * The accounts, one a certificate authority, and beside each a pending key: one that the authority may have been told, while
 * its answer has not been heard.
 *
 * <p>Implementations may be read from any thread; saving is for one at a time.
 */
public interface AccountStore {
    /**
     * Looks up the account at an authority.
     *
     * @param ca the authority's ACME directory
     * @return the account saved last, or empty if there is none
     * @throws StoreException if it is there and cannot be used, such as when its key is open to others
     * @throws io.github.vpsdns.acme.pem.PemException if its key cannot be read
     */
    Optional<StoredAccount> load(URI ca);

    /**
     * Saves the account at an authority in place of the former one. There is no pending key afterwards.
     *
     * @param ca the authority's ACME directory
     * @param account the account
     * @throws StoreException if it cannot be written; then the former one is in place, and the pending key as well
     */
    void save(URI ca, StoredAccount account);

    /**
     * Lists the authorities at which there is an account.
     *
     * @return their ACME directories, sorted
     * @throws StoreException if they cannot be read
     */
    List<URI> list();

    /**
     * Looks up the key that the authority may have been told.
     *
     * @param ca the authority's ACME directory
     * @return the key saved last, or empty if an account was saved since
     * @throws StoreException if it is there and cannot be used, such as when it is open to others
     * @throws io.github.vpsdns.acme.pem.PemException if it cannot be read
     */
    Optional<KeyPair> pendingKey(URI ca);

    /**
     * Saves a key before the authority is told, in place of the former pending one. The account keeps the key it has.
     *
     * @param ca the authority's ACME directory
     * @param key the key
     * @throws StoreException if it cannot be written; then the authority must not be told
     */
    void savePendingKey(URI ca, KeyPair key);

    /**
     * Forgets the account at an authority and the pending key, if there are any.
     *
     * @param ca the authority's ACME directory
     * @throws StoreException if they cannot be removed; what is left is still found
     */
    void remove(URI ca);

    /**
     * Returns a store that is forgotten with its process.
     *
     * @return a new, empty store
     */
    static AccountStore inMemory() {
        return new MemoryAccountStore();
    }
}
