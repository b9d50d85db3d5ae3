// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.zones;

import io.github.vpsdns.cli.base.Version;
import io.github.vpsdns.cli.terminal.Printable;
import io.github.vpsdns.core.edit.zone.ZoneSnapshot;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.Ns;
import io.github.vpsdns.core.record.Opaque;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.record.Ttl;
import io.github.vpsdns.core.zone.DnsRecord;
import io.github.vpsdns.core.zonefile.StartOfAuthority;
import io.github.vpsdns.core.zonefile.ZoneFileWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A zone as a file for people, servers and a later import.
 *
 * @param text the file
 * @param warnings what is not in it, or not certain
 * @param notUnderstood how many records are in it as comments only
 */
record ExportedZone(String text, List<String> warnings, int notUnderstood) {
    /** The provider's name servers, which the API does not list. */
    private static final List<DomainName> HOME =
            Stream.of("ns1.vps.org", "ns2.vps.org").map(DomainName::of).toList();

    static ExportedZone of(ZoneSnapshot snapshot, Instant at, boolean loadable) {
        DomainName zone = snapshot.zone().domain();
        List<String> warnings = new ArrayList<>();
        ZoneFileWriter writer = new ZoneFileWriter(zone)
                .comment("Zone " + zone + " (" + snapshot.zone().id() + ") with "
                        + Words.records(snapshot.records().size()))
                .comment("Exported by vpsdns " + Version.number() + " at " + at.truncatedTo(ChronoUnit.SECONDS));
        if (!snapshot.certain()) {
            String doubt = "this may not be the whole zone: the API counts "
                    + snapshot.zone().recordCount() + " records and shows "
                    + snapshot.records().size();
            warnings.add(doubt);
            writer.comment("WARNING: " + doubt);
        }
        if (loadable) {
            addTop(writer, snapshot, at);
        }
        List<String> rest = new ArrayList<>();
        for (DnsRecord record : snapshot.records()) {
            Optional<DomainName> name = record.fqdn(zone).filter(full -> full.isWithin(zone));
            if (record.data() instanceof Opaque || name.isEmpty()) {
                rest.add(record.name() + " " + (record.ttl() == null ? "" : record.ttl() + " ") + record.data());
            } else {
                writer.record(name.get(), record.ttl() == null ? Ttl.API_DEFAULT : record.ttl(), record.data());
            }
        }
        if (!rest.isEmpty()) {
            writer.finalComment("Not understood, and therefore not part of the zone file:");
            rest.stream().sorted().forEach(writer::finalComment);
            warnings.add(Words.records(rest.size()) + " could not be understood; written as "
                    + (rest.size() == 1 ? "a comment" : "comments") + ": "
                    + Printable.of(rest.get(0)) + (rest.size() == 1 ? "" : ", ..."));
        }
        return new ExportedZone(writer.text(), warnings, rest.size());
    }

    /** What a server wants to see at the top; an import leaves it alone. */
    private static void addTop(ZoneFileWriter writer, ZoneSnapshot snapshot, Instant at) {
        DomainName zone = snapshot.zone().domain();
        boolean hasNs = snapshot.records().stream()
                .anyMatch(record -> record.data().type().equals(RecordType.NS)
                        && !(record.data() instanceof Opaque)
                        && record.fqdn(zone).filter(zone::equals).isPresent());
        writer.comment("The SOA record" + (hasNs ? " is" : " and the NS records of the zone itself are")
                        + " made up for servers that load this file:")
                .comment("the API does not show its own. An import leaves them out.");
        writer.soa(new StartOfAuthority(
                HOME.get(0),
                zone.prepend("hostmaster"),
                at.getEpochSecond() & 0xffff_ffffL,
                Duration.ofHours(1),
                Duration.ofMinutes(15),
                Duration.ofDays(14),
                Duration.ofMinutes(5)));
        if (!hasNs) {
            HOME.forEach(server -> writer.record(zone, Ttl.API_DEFAULT, new Ns(server)));
        }
    }
}
