// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.store;

import io.github.vpsdns.acme.schedule.RenewalMemory;
import io.github.vpsdns.core.time.Timekeeper;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A state directory as a storage. Immutable and thread-safe. */
final class FileStorage implements CertificateStorage {
    private final StateDirectory state;
    private final MemoryFiles memories;

    FileStorage(StateDirectory state, MemoryFiles memories) {
        this.state = state;
        this.memories = memories;
    }

    @Override
    public Lock lock(Duration limit, Timekeeper time) {
        return state.prepare().lock(limit, time);
    }

    @Override
    public AccountStore accounts() {
        return state.accounts();
    }

    @Override
    public Optional<CertificateFiles> load(LineageName name) {
        return state.lineages()
                .load(name)
                .map(lineage -> new CertificateFiles(
                        lineage.chain(), lineage.key().map(KeyPair::getPrivate).orElse(null), null));
    }

    @Override
    public void install(LineageName name, CertificateFiles certificate) {
        state.lineages().install(name, certificate);
    }

    @Override
    public RenewalMemory memory(LineageName name) {
        return memories.load(name);
    }

    @Override
    public RenewalMemory update(LineageName name, UnaryOperator<RenewalMemory> change) {
        return memories.update(name, change);
    }

    @Override
    public Optional<Lock> tryDeploy(LineageName name) {
        return memories.tryDeploy(name);
    }
}
