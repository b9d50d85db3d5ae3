// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.memory;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that an agent remembers. An immutable value; a change makes another one.
 *
 * @param sets what is known of each record set
 * @param addresses the addresses that count by each rule
 * @param pause until when no calls are made at all, or {@code null} if they are
 * @param retries until when nothing is tried for one record set, because of a failure of its own
 */
public record Memory(
        Map<RecordKey, KnownSet> sets,
        Map<AddressKey, CountingAddresses> addresses,
        @Nullable Pause pause,
        Map<RecordKey, Pause> retries) {
    /** Knows nothing. */
    public static final Memory EMPTY = new Memory(Map.of(), Map.of(), null, Map.of());

    /** Copies the maps. */
    public Memory {
        sets = Map.copyOf(sets);
        addresses = Map.copyOf(addresses);
        retries = Map.copyOf(retries);
    }

    /**
     * Learns or forgets a record set.
     *
     * @param key which
     * @param set what is known of it, or {@code null} to forget it
     * @return the memory with that
     */
    public Memory withSet(RecordKey key, @Nullable KnownSet set) {
        return new Memory(with(sets, key, set), addresses, pause, retries);
    }

    /**
     * Learns or forgets which addresses count by a rule.
     *
     * @param key which rule and family
     * @param counting the addresses, or {@code null} to forget them
     * @return the memory with that
     */
    public Memory withAddresses(AddressKey key, @Nullable CountingAddresses counting) {
        return new Memory(sets, with(addresses, key, counting), pause, retries);
    }

    /**
     * Begins or ends a pause of all calls.
     *
     * @param pause the pause, or {@code null} for none
     * @return the memory with that
     */
    public Memory withPause(@Nullable Pause pause) {
        return new Memory(sets, addresses, pause, retries);
    }

    /**
     * Begins or ends a pause for one record set.
     *
     * @param key which
     * @param retry the pause, or {@code null} for none
     * @return the memory with that
     */
    public Memory withRetry(RecordKey key, @Nullable Pause retry) {
        return new Memory(sets, addresses, pause, with(retries, key, retry));
    }

    /**
     * Forgets what is of no use any more.
     *
     * @param records the record sets to know of still
     * @param rules the rules to know of still
     * @return the memory of these alone
     */
    public Memory keeping(Set<RecordKey> records, Set<AddressKey> rules) {
        return new Memory(only(sets, records), only(addresses, rules), pause, only(retries, records));
    }

    private static <K, V> Map<K, V> with(Map<K, V> map, K key, @Nullable V value) {
        Map<K, V> changed = new HashMap<>(map);
        if (value == null) {
            changed.remove(key);
        } else {
            changed.put(key, value);
        }
        return changed;
    }

    private static <K, V> Map<K, V> only(Map<K, V> map, Set<K> keys) {
        Map<K, V> kept = new HashMap<>(map);
        kept.keySet().retainAll(keys);
        return kept;
    }
}
