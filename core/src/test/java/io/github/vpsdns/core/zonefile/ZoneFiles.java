// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.zonefile;

import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.Cname;
import io.github.vpsdns.core.record.RecordData;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.record.Ttl;
import io.github.vpsdns.core.testing.RandomValues;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Zone files for tests: read from text, and made at random. */
final class ZoneFiles {
    static final DomainName ZONE = DomainName.of("example.com");

    private ZoneFiles() {}

    static ZoneFile read(String text) {
        return read(new ZoneFileReader(ZONE), text.getBytes(StandardCharsets.UTF_8));
    }

    static ZoneFile read(ZoneFileReader reader, byte[] bytes) {
        try {
            return reader.read("test.zone", new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a record says, wherever it stands in the file. */
    static List<String> said(ZoneFile file) {
        return file.records().stream()
                .map(record -> record.name() + " " + record.ttl() + " " + record.data())
                .sorted()
                .toList();
    }

    static ZoneFileWriter writer(List<ZoneFileRecord> records) {
        ZoneFileWriter writer = new ZoneFileWriter(ZONE);
        records.forEach(record ->
                writer.record(record.name(), record.ttl() == null ? Ttl.API_DEFAULT : record.ttl(), record.data()));
        return writer;
    }

    static ZoneFileWriter loadable(ZoneFileWriter writer) {
        return writer.soa(soa()).record(ZONE, Ttl.of(3600), RecordData.parse(RecordType.NS, "ns1.example.net", null));
    }

    static StartOfAuthority soa() {
        return new StartOfAuthority(
                DomainName.of("ns1.example.net"),
                DomainName.of("hostmaster.example.com"),
                1,
                Duration.ofHours(1),
                Duration.ofMinutes(15),
                Duration.ofDays(14),
                Duration.ofMinutes(5));
    }

    /** Records that a server takes: each value once, one TTL a set, a CNAME alone, no delegations that hide what is below. */
    static List<ZoneFileRecord> random(RandomValues random, int size) {
        List<ZoneFileRecord> records = new ArrayList<>();
        Set<DomainName> cnames = new HashSet<>();
        Set<DomainName> others = new HashSet<>(Set.of(ZONE));
        Set<String> said = new HashSet<>();
        Map<String, Ttl> ttls = new HashMap<>();
        while (records.size() < size) {
            DomainName name = name(random);
            RecordType type = random.oneOf(RecordType.KNOWN);
            boolean isCname = type.equals(RecordType.CNAME);
            if (type.equals(RecordType.NS)
                    || (isCname && (cnames.contains(name) || others.contains(name)))
                    || (!isCname && cnames.contains(name))) {
                continue;
            }
            (isCname ? cnames : others).add(name);
            RecordData data = isCname ? new Cname(random.name()) : random.data(type);
            if (said.add(name + " " + data)) {
                Ttl ttl = ttls.computeIfAbsent(name + " " + type, any -> Ttl.of(1 + random.below(100_000)));
                records.add(new ZoneFileRecord(0, name, ttl, data));
            }
        }
        return records;
    }

    private static DomainName name(RandomValues random) {
        return switch (random.below(10)) {
            case 0 -> ZONE;
            case 1 -> ZONE.prepend("*");
            case 2 -> ZONE.prepend("*." + random.name());
            case 3 ->
                ZONE.prepend(random.oneOf(List.of("in", "a", "3600", "1h", "mx", "txt", "any", "_acme-challenge")));
            default -> ZONE.prepend(random.name().toString());
        };
    }
}
