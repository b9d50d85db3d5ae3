// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.store;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Accounts in memory. */
final class MemoryAccountStore implements AccountStore {
    private final Map<URI, StoredAccount> accounts = new ConcurrentHashMap<>();

    @Override
    public Optional<StoredAccount> load(URI ca) {
        return Optional.ofNullable(accounts.get(ca));
    }

    @Override
    public void save(URI ca, StoredAccount account) {
        accounts.put(ca, account);
    }
}
