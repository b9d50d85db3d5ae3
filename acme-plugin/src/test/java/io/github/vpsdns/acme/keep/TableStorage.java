// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.keep;

import io.github.vpsdns.acme.pem.Pem;
import io.github.vpsdns.acme.schedule.RenewalMemory;
import io.github.vpsdns.acme.store.AccountStore;
import io.github.vpsdns.acme.store.CertificateFiles;
import io.github.vpsdns.acme.store.CertificateStorage;
import io.github.vpsdns.acme.store.LineageName;
import io.github.vpsdns.acme.store.StateLockedException;
import io.github.vpsdns.acme.store.StoredAccount;
import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.time.Deadline;
import io.github.vpsdns.core.time.Timekeeper;
import java.net.URI;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * A storage as a program with a database would write it, from what the library makes public: tables with text in them, locks that
 * are rows. The tables stand for the database; everyone who has them has the same storage.
 */
final class TableStorage implements CertificateStorage, AccountStore {
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Tables tables;

    TableStorage(Tables tables) {
        this.tables = tables;
    }

    /** The database. */
    static final class Tables {
        private final Map<String, String> certificates = new ConcurrentHashMap<>();
        private final Map<String, RenewalMemory> memories = new ConcurrentHashMap<>();
        private final Map<String, StoredAccount> accounts = new ConcurrentHashMap<>();
        private final Map<String, KeyPair> pendingKeys = new ConcurrentHashMap<>();
        private final Map<String, UUID> locks = new ConcurrentHashMap<>();
    }

    @Override
    public Lock lock(Duration limit, Timekeeper time) {
        Deadline deadline = Deadline.after(limit, time);
        for (Optional<Lock> got = take("storage"); ; got = take("storage")) {
            if (got.isPresent()) {
                return got.get();
            }
            if (deadline.expired()) {
                throw new StateLockedException("the table of certificates", "somebody", limit);
            }
            try {
                time.sleep(deadline.cut(PAUSE));
            } catch (InterruptedException e) {
                throw CancelledException.interrupted("waiting for the table of certificates", e);
            }
        }
    }

    @Override
    public Optional<Lock> tryDeploy(LineageName name) {
        return take("deploy " + name);
    }

    /** Inserts a row that may be there once, and later deletes it if it is still the same. */
    private Optional<Lock> take(String what) {
        UUID mine = UUID.randomUUID();
        return tables.locks.putIfAbsent(what, mine) == null
                ? Optional.of(() -> tables.locks.remove(what, mine))
                : Optional.empty();
    }

    @Override
    public Optional<CertificateFiles> load(LineageName name) {
        return Optional.ofNullable(tables.certificates.get(name.value())).map(pem -> {
            int key = pem.indexOf("-----BEGIN PRIVATE KEY");
            String chain = key < 0 ? pem : pem.substring(0, key);
            PrivateKey own = key < 0
                    ? null
                    : Pem.parseKeyPair(pem.substring(key), "the table").getPrivate();
            return new CertificateFiles(Pem.parseCertificates(chain, "the table"), own, null);
        });
    }

    @Override
    public void install(LineageName name, CertificateFiles certificate) {
        String key = certificate.key().map(Pem::write).orElse("");
        tables.certificates.put(name.value(), Pem.write(certificate.chain()) + key);
    }

    @Override
    public RenewalMemory memory(LineageName name) {
        return tables.memories.getOrDefault(name.value(), RenewalMemory.EMPTY);
    }

    @Override
    public RenewalMemory update(LineageName name, UnaryOperator<RenewalMemory> change) {
        return tables.memories.compute(
                name.value(), (key, old) -> change.apply(old == null ? RenewalMemory.EMPTY : old));
    }

    @Override
    public AccountStore accounts() {
        return this;
    }

    @Override
    public Optional<StoredAccount> load(URI ca) {
        return Optional.ofNullable(tables.accounts.get(ca.toString()));
    }

    @Override
    public void save(URI ca, StoredAccount account) {
        tables.accounts.put(ca.toString(), account);
        tables.pendingKeys.remove(ca.toString());
    }

    @Override
    public List<URI> list() {
        return tables.accounts.keySet().stream().map(URI::create).sorted().toList();
    }

    @Override
    public Optional<KeyPair> pendingKey(URI ca) {
        return Optional.ofNullable(tables.pendingKeys.get(ca.toString()));
    }

    @Override
    public void savePendingKey(URI ca, KeyPair key) {
        tables.pendingKeys.put(ca.toString(), key);
    }

    @Override
    public void remove(URI ca) {
        tables.accounts.remove(ca.toString());
        tables.pendingKeys.remove(ca.toString());
    }
}
