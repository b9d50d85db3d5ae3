// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.webhook.service;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The first few words that come, and one for all others: what a label may have without ever filling the memory. Thread-safe. */
final class BoundedWords {
    private final int most;
    private final String others;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    BoundedWords(int most, String others) {
        this.most = most;
        this.others = others;
    }

    String bounded(String word) {
        if (known.contains(word)) {
            return word;
        }
        synchronized (this) {
            return known.size() < most && known.add(word) ? word : others;
        }
    }
}
