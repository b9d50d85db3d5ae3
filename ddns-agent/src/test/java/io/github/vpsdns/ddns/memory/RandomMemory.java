// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.memory;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.record.Ttl;
import io.github.vpsdns.core.testing.RandomValues;
import io.github.vpsdns.core.zone.RecordId;
import java.net.InetAddress;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Memories for property tests; the same seed gives the same ones. */
final class RandomMemory {
    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final RandomValues random;

    RandomMemory(long seed) {
        random = new RandomValues(seed);
    }

    Memory next() {
        return new Memory(
                map(this::key, key -> set(key.family())),
                map(this::rule, key -> new CountingAddresses(addresses(key.family(), 1), past())),
                random.below(2) == 0 ? null : pause(),
                map(this::key, key -> pause()));
    }

    private <K, V> Map<K, V> map(Supplier<K> key, Function<K, V> value) {
        Map<K, V> map = new HashMap<>();
        Stream.generate(key).limit(random.below(6)).forEach(one -> map.put(one, value.apply(one)));
        return map;
    }

    private RecordKey key() {
        return new RecordKey(random.name(), family());
    }

    private AddressKey rule() {
        return new AddressKey(family(), "%016x".formatted((long) random.below(Integer.MAX_VALUE)));
    }

    private Family family() {
        return random.oneOf(List.of(Family.values()));
    }

    private KnownSet set(Family family) {
        List<KnownRecord> records = addresses(family, 0).stream()
                .map(address -> new KnownRecord(
                        new RecordId("id-" + random.below(1000)),
                        address,
                        random.below(3) == 0 ? null : Ttl.of(60 + random.below(3600))))
                .toList();
        return new KnownSet(
                records,
                addresses(family, 0),
                random.below(2) == 0 ? null : past(),
                random.below(4) == 0 ? null : past());
    }

    private List<InetAddress> addresses(Family family, int least) {
        return IntStream.range(0, least + random.below(3))
                .mapToObj(i -> family.parse(random.data(family.recordType()).value()))
                .toList();
    }

    private Pause pause() {
        return new Pause(NOW.plusSeconds(random.below(7200) - 3600), 1 + random.below(1000), random.text());
    }

    private Instant past() {
        return NOW.minusMillis(random.below(Integer.MAX_VALUE));
    }
}
