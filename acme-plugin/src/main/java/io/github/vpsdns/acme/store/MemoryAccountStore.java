// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.store;

import java.net.URI;
import java.security.KeyPair;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Accounts in memory. */
final class MemoryAccountStore implements AccountStore {
    private final Map<URI, StoredAccount> accounts = new ConcurrentHashMap<>();
    private final Map<URI, KeyPair> pending = new ConcurrentHashMap<>();

    @Override
    public Optional<StoredAccount> load(URI ca) {
        return Optional.ofNullable(accounts.get(ca));
    }

    @Override
    public void save(URI ca, StoredAccount account) {
        accounts.put(ca, account);
        pending.remove(ca);
    }

    @Override
    public List<URI> list() {
        return accounts.keySet().stream().sorted().toList();
    }

    @Override
    public Optional<KeyPair> pendingKey(URI ca) {
        return Optional.ofNullable(pending.get(ca));
    }

    @Override
    public void savePendingKey(URI ca, KeyPair key) {
        pending.put(ca, key);
    }

    @Override
    public void remove(URI ca) {
        pending.remove(ca);
        accounts.remove(ca);
    }
}
