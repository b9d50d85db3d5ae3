// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The history of a {@link MemoryStore}. Thread-safe. */
final class MemoryHistory implements HistoryBook {
    private final MemoryStore store;
    private final MemoryBooks books;

    MemoryHistory(MemoryStore store, MemoryBooks books) {
        this.store = store;
        this.books = books;
    }

    @Override
    public List<Change> last(HostKey key, int most) {
        return store.run(() -> newestFirst().stream()
                .filter(change -> change.key().equals(key))
                .limit(most)
                .toList());
    }

    @Override
    public void prune(int keep) {
        store.run(() -> {
            Map<HostKey, Integer> kept = new HashMap<>();
            List<Change> newest = newestFirst();
            newest.removeIf(change -> kept.merge(change.key(), 1, Integer::sum) > keep);
            Collections.reverse(newest);
            books.history.clear();
            books.history.addAll(newest);
        });
    }

    private List<Change> newestFirst() {
        List<Change> changes = new ArrayList<>(books.history);
        Collections.reverse(changes);
        return changes;
    }
}
