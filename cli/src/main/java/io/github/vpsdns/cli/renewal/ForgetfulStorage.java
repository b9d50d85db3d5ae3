// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.renewal;

import io.github.vpsdns.acme.schedule.RenewalMemory;
import io.github.vpsdns.acme.store.AccountStore;
import io.github.vpsdns.acme.store.CertificateFiles;
import io.github.vpsdns.acme.store.CertificateStorage;
import io.github.vpsdns.acme.store.LineageName;
import io.github.vpsdns.core.time.Timekeeper;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** What is stored elsewhere, to be read; what would be written is known to this object alone. For dry runs. Thread-safe. */
final class ForgetfulStorage implements CertificateStorage {
    private final CertificateStorage real;
    private final Map<LineageName, RenewalMemory> changed = new ConcurrentHashMap<>();

    ForgetfulStorage(CertificateStorage real) {
        this.real = real;
    }

    @Override
    public Lock lock(Duration limit, Timekeeper time) {
        return () -> {};
    }

    @Override
    public AccountStore accounts() {
        return AccountStore.inMemory();
    }

    @Override
    public Optional<CertificateFiles> load(LineageName name) {
        return real.load(name);
    }

    @Override
    public void install(LineageName name, CertificateFiles certificate) {
        throw new IllegalStateException("a dry run got a certificate for " + name);
    }

    @Override
    public RenewalMemory memory(LineageName name) {
        RenewalMemory own = changed.get(name);
        return own == null ? real.memory(name) : own;
    }

    @Override
    public RenewalMemory update(LineageName name, UnaryOperator<RenewalMemory> change) {
        RenewalMemory after = change.apply(memory(name));
        changed.put(name, after);
        return after;
    }

    @Override
    public Optional<Lock> tryDeploy(LineageName name) {
        return Optional.empty();
    }
}
