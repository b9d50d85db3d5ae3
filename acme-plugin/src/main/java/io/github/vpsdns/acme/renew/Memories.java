// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.renew;

import io.github.vpsdns.acme.schedule.RenewalMemory;
import io.github.vpsdns.acme.store.CertificateStorage;
import io.github.vpsdns.acme.store.LineageName;
import io.github.vpsdns.acme.store.StoreException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is remembered, also while it cannot be saved: a full disk must not make this process forget its back-off and place one
 * order a minute. What could not be saved counts until somebody saves something else. Thread-safe.
 */
final class Memories {
    private static final Logger LOG = LoggerFactory.getLogger(Memories.class);

    private record Unsaved(RenewalMemory stored, RenewalMemory memory) {}

    private final CertificateStorage storage;
    private final Map<LineageName, Unsaved> unsaved = new ConcurrentHashMap<>();

    Memories(CertificateStorage storage) {
        this.storage = storage;
    }

    RenewalMemory read(LineageName name) {
        RenewalMemory stored = stored(name);
        Unsaved own = unsaved.get(name);
        return own != null && own.stored().equals(stored) ? own.memory() : stored;
    }

    /** Changes what is remembered; keeps the change in mind where it cannot be saved. */
    void change(LineageName name, UnaryOperator<RenewalMemory> change) {
        try {
            save(name, change);
        } catch (StoreException e) {
            LOG.warn("remembering only until this process ends: {}", e.getMessage());
            RenewalMemory stored = stored(name);
            unsaved.put(name, new Unsaved(stored, change.apply(read(name))));
        }
    }

    /** Changes what is remembered, or fails. */
    void save(LineageName name, UnaryOperator<RenewalMemory> change) {
        Unsaved own = unsaved.get(name);
        storage.update(
                name, stored -> change.apply(own != null && own.stored().equals(stored) ? own.memory() : stored));
        unsaved.remove(name);
    }

    private RenewalMemory stored(LineageName name) {
        try {
            return storage.memory(name);
        } catch (StoreException e) {
            LOG.warn("what is remembered of {} does not count: {}", name, e.getMessage());
            return RenewalMemory.EMPTY;
        }
    }
}
