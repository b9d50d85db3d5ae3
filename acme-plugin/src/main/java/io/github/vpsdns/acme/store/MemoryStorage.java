// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.store;

import io.github.vpsdns.acme.schedule.RenewalMemory;
import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.time.Deadline;
import io.github.vpsdns.core.time.Timekeeper;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/** A storage in memory. Thread-safe. */
final class MemoryStorage implements CertificateStorage {
    private static final Duration STEP = Duration.ofMillis(50);

    private final AccountStore accounts = AccountStore.inMemory();
    private final Map<LineageName, CertificateFiles> certificates = new ConcurrentHashMap<>();
    private final Map<LineageName, RenewalMemory> memories = new ConcurrentHashMap<>();
    private final Set<LineageName> deploying = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean locked = new AtomicBoolean();

    @Override
    public Lock lock(Duration limit, Timekeeper time) {
        Deadline deadline = Deadline.after(limit, time);
        while (!locked.compareAndSet(false, true)) {
            if (deadline.expired()) {
                throw new StateLockedException("the storage", "another part of this process", limit);
            }
            try {
                time.sleep(deadline.cut(STEP));
            } catch (InterruptedException e) {
                throw CancelledException.interrupted("waiting for the storage", e);
            }
        }
        return once(() -> locked.set(false));
    }

    @Override
    public AccountStore accounts() {
        return accounts;
    }

    @Override
    public Optional<CertificateFiles> load(LineageName name) {
        return Optional.ofNullable(certificates.get(name));
    }

    @Override
    public void install(LineageName name, CertificateFiles certificate) {
        certificates.put(name, certificate);
    }

    @Override
    public RenewalMemory memory(LineageName name) {
        return memories.getOrDefault(name, RenewalMemory.EMPTY);
    }

    @Override
    public RenewalMemory update(LineageName name, UnaryOperator<RenewalMemory> change) {
        return memories.compute(name, (key, old) -> change.apply(old == null ? RenewalMemory.EMPTY : old));
    }

    @Override
    public Optional<Lock> tryDeploy(LineageName name) {
        return deploying.add(name) ? Optional.of(once(() -> deploying.remove(name))) : Optional.empty();
    }

    private static Lock once(Runnable end) {
        AtomicBoolean closed = new AtomicBoolean();
        return () -> {
            if (!closed.getAndSet(true)) {
                end.run();
            }
        };
    }
}
