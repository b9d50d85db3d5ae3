// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.tls;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All identities at one moment: for each name the one in use, then those before it, newest first.
 *
 * <p>Immutable, so that whoever reads it sees one moment.
 */
final class Wardrobe {
    /** A handshake asks for the key within moments of choosing; this many successors in between are out of the question. */
    static final int EARLIER = 8;

    static final Wardrobe EMPTY = new Wardrobe(new LinkedHashMap<>(), 0);

    private final Map<String, List<Held>> byName;
    private final long changes;

    private Wardrobe(Map<String, List<Held>> byName, long changes) {
        this.byName = byName;
        this.changes = changes;
    }

    Wardrobe with(String name, TlsIdentity identity) {
        Map<String, List<Held>> next = new LinkedHashMap<>(byName);
        List<Held> newestFirst = new ArrayList<>();
        newestFirst.add(Held.of(name + "#" + (changes + 1), identity));
        byName.getOrDefault(name, List.of()).stream().limit(EARLIER).forEach(newestFirst::add);
        next.put(name, List.copyOf(newestFirst));
        return new Wardrobe(next, changes + 1);
    }

    Optional<Held> named(String name) {
        return byName.getOrDefault(name, List.of()).stream().findFirst();
    }

    Optional<Held> behind(String alias) {
        return byName.values().stream()
                .flatMap(List::stream)
                .filter(held -> held.alias().equals(alias))
                .findFirst();
    }

    List<Held> inUse() {
        return byName.values().stream().map(held -> held.get(0)).toList();
    }

    boolean covers(String host) {
        return !covering(host).isEmpty();
    }

    /**
     * Chooses what a server shows. Among the certificates for a host, whichever has the right kind of key: JSSE asks for one kind
     * after the other, and for a kind that only other hosts' certificates have, the answer is none.
     */
    Optional<Held> forServer(String keyType, @Nullable String host) {
        List<Held> candidates = host == null ? List.of() : covering(host);
        return (candidates.isEmpty() ? defaults() : candidates)
                .stream().filter(held -> held.hasKeyOf(keyType)).findFirst();
    }

    private List<Held> covering(String host) {
        List<Held> exact = inUse(held -> held.isFor(host));
        return exact.isEmpty() ? inUse(held -> held.coversByWildcard(host)) : exact;
    }

    /** The first, and any other for the same names, which has another kind of key. */
    private List<Held> defaults() {
        return inUse().stream()
                .findFirst()
                .map(first -> inUse(held -> held.names().equals(first.names())))
                .orElse(List.of());
    }

    private List<Held> inUse(Predicate<Held> condition) {
        return inUse().stream().filter(condition).toList();
    }
}
