// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.store;

import java.net.URI;
import java.util.Optional;

/**
 * The accounts, one a certificate authority.
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
     * Saves the account at an authority in place of the former one.
     *
     * @param ca the authority's ACME directory
     * @param account the account
     * @throws StoreException if it cannot be written; then the former one is in place
     */
    void save(URI ca, StoredAccount account);

    /**
     * Returns a store that is forgotten with its process.
     *
     * @return a new, empty store
     */
    static AccountStore inMemory() {
        return new MemoryAccountStore();
    }
}
