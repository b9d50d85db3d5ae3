// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.store;

import io.github.vpsdns.core.time.Timekeeper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** What the servers over one {@link MemoryStore} share. Guarded by itself. */
final class MemoryBooks {
    final Timekeeper time;
    final AtomicBoolean shared = new AtomicBoolean();
    final Map<HostKey, HostEntry> hosts =
            new TreeMap<>(Comparator.comparing(HostKey::host).thenComparing(HostKey::family));
    final List<HistoryBook.Change> history = new ArrayList<>();
    final Map<String, FailureBook.Failures> failures = new LinkedHashMap<>();
    final List<ChallengeBook.Value> challenges = new ArrayList<>();
    final Map<String, AccountBook.Account> accounts = new LinkedHashMap<>();

    MemoryBooks(Timekeeper time) {
        this.time = time;
    }
}
