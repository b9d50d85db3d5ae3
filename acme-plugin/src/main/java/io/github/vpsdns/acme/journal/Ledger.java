// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.journal;

import io.github.vpsdns.acme.journal.Journal.Entry;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The open entries, in memory; not thread-safe. */
final class Ledger {
    private final Map<String, Entry> open = new LinkedHashMap<>();
    private final Set<String> abandoned = new HashSet<>();

    void apply(JournalLine line) {
        if (line instanceof JournalLine.Opened opened) {
            open.put(opened.entry().id(), opened.entry());
        } else if (line instanceof JournalLine.Created created) {
            open.computeIfPresent(created.id(), (id, entry) -> entry.in(created.zone(), created.record()));
        } else if (line instanceof JournalLine.Closed closed) {
            open.remove(closed.id());
            abandoned.remove(closed.id());
        }
    }

    void abandon(String id) {
        if (open.containsKey(id)) {
            abandoned.add(id);
        }
    }

    boolean has(String id) {
        return open.containsKey(id);
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    Collection<Entry> entries() {
        return List.copyOf(open.values());
    }

    List<Entry> leftovers() {
        return open.values().stream()
                .filter(entry -> abandoned.contains(entry.id()))
                .sorted(Comparator.comparing(Entry::at))
                .toList();
    }
}
