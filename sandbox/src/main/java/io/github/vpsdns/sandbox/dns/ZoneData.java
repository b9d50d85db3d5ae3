// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.dns;

import io.github.vpsdns.sandbox.state.SandboxRecord;
import io.github.vpsdns.sandbox.state.SandboxZone;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Type;

/** A zone as the DNS sees it: its record sets by name, including the empty names between them. Immutable once built. */
final class ZoneData {
    private static final long SOA_TTL = 3600;
    private static final long NEGATIVE_TTL = 60;

    private final Name origin;
    private final Map<Name, Map<Integer, RRset>> nodes = new TreeMap<>();

    private ZoneData(Name origin) {
        this.origin = origin;
    }

    /** A zone of the API, with the SOA and NS records that the provider adds by itself. */
    static ZoneData of(SandboxZone zone, List<Name> servers) {
        ZoneData data = withApex(NameServerNames.name(zone.domain()), zone.serial(), servers);
        for (SandboxRecord stored : zone.records()) {
            RecordCompiler.compile(stored, zone.domain())
                    .filter(r -> r.getName().subdomain(data.origin))
                    .ifPresent(data::add);
        }
        return data;
    }

    /** The zone that the name servers' own names are in. */
    static ZoneData ofServers(List<Name> servers, java.net.InetAddress address) {
        ZoneData data = withApex(NameServerNames.ZONE, 1, servers);
        servers.forEach(s -> data.add(new ARecord(s, DClass.IN, SOA_TTL, address)));
        return data;
    }

    private static ZoneData withApex(Name origin, long serial, List<Name> servers) {
        ZoneData data = new ZoneData(origin);
        Name contact = NameServerNames.name("hostmaster." + NameServerNames.ZONE);
        data.add(new SOARecord(
                origin, DClass.IN, SOA_TTL, servers.get(0), contact, serial, 3600, 600, 1_209_600, NEGATIVE_TTL));
        servers.forEach(s -> data.add(new NSRecord(origin, DClass.IN, SOA_TTL, s)));
        return data;
    }

    private void add(Record one) {
        // A name that has names below it exists, even when it holds nothing itself (RFC 4592 section 2.2.2).
        for (Name above = one.getName(); above.subdomain(origin); above = new Name(above, 1)) {
            nodes.computeIfAbsent(above, n -> new TreeMap<>());
            if (above.labels() == origin.labels()) {
                break;
            }
        }
        Map<Integer, RRset> node = nodes.computeIfAbsent(one.getName(), n -> new TreeMap<>());
        node.computeIfAbsent(one.getType(), t -> new RRset()).addRR(one);
    }

    Name origin() {
        return origin;
    }

    SOARecord soa() {
        return (SOARecord) set(origin, Type.SOA).orElseThrow().first();
    }

    /** The SOA for a negative answer, which is to be kept no longer than its MINIMUM says (RFC 2308 section 3). */
    Record negativeSoa() {
        SOARecord soa = soa();
        return Record.newRecord(origin, Type.SOA, DClass.IN, soa.getMinimum(), soa.rdataToWireCanonical());
    }

    boolean exists(Name name) {
        return nodes.containsKey(name);
    }

    Optional<RRset> set(Name name, int type) {
        Map<Integer, RRset> node = nodes.get(name);
        return Optional.ofNullable(node == null ? null : node.get(type));
    }

    Collection<RRset> sets(Name name) {
        Map<Integer, RRset> node = nodes.get(name);
        return node == null ? List.of() : node.values();
    }

    /** The record sets in the order of a zone file: the SOA first, then name by name. */
    List<RRset> all() {
        List<RRset> all = new ArrayList<>();
        all.add(set(origin, Type.SOA).orElseThrow());
        nodes.values()
                .forEach(node -> node.forEach((type, set) -> {
                    if (type != Type.SOA) {
                        all.add(set);
                    }
                }));
        return all;
    }

    /** The topmost delegation at or above a name, or null if the name is this zone's own matter. */
    @Nullable
    Name cutAbove(Name name) {
        for (int labels = origin.labels() + 1; labels <= name.labels(); labels++) {
            Name candidate = new Name(name, name.labels() - labels);
            if (set(candidate, Type.NS).isPresent()) {
                return candidate;
            }
        }
        return null;
    }
}
