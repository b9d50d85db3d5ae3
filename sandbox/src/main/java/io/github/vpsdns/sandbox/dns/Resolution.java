// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.dns;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * Finds the answer to one question, as RFC 1034 section 4.3.2 and RFC 4592 tell an authoritative server to. Aliases are
 * followed as long as they stay within the zone, which is what BIND does.
 */
final class Resolution {
    private final Catalog catalog;
    private final Message reply;
    private final int type;
    private final Set<Name> visited = new HashSet<>();

    private Resolution(Catalog catalog, Message reply, int type) {
        this.catalog = catalog;
        this.reply = reply;
        this.type = type;
    }

    /** Fills in a reply that so far holds the question only. */
    static void fill(Message reply, Catalog catalog, Name name, int type) {
        ZoneData zone = catalog.closest(name);
        if (zone == null) {
            reply.getHeader().setRcode(Rcode.REFUSED);
            return;
        }
        new Resolution(catalog, reply, type).answer(zone, name);
    }

    private void answer(ZoneData zone, Name name) {
        visited.add(name);
        Name cut = zone.cutAbove(name);
        if (cut != null && !(cut.equals(name) && type == Type.DS)) {
            refer(zone, cut);
            return;
        }
        if (visited.size() == 1) {
            reply.getHeader().setFlag(Flags.AA);
        }
        if (zone.exists(name)) {
            answerFrom(zone, name, name);
            return;
        }
        Name wildcard = wildcardFor(zone, name);
        if (wildcard != null) {
            answerFrom(zone, wildcard, name);
        } else {
            reply.getHeader().setRcode(Rcode.NXDOMAIN);
            reply.addRecord(zone.negativeSoa(), Section.AUTHORITY);
        }
    }

    private void answerFrom(ZoneData zone, Name source, Name asked) {
        if (type == Type.ANY) {
            zone.sets(source).forEach(s -> append(s, asked));
            if (!zone.sets(source).isEmpty()) {
                return;
            }
        }
        Optional<RRset> wanted = zone.set(source, type);
        Optional<RRset> alias = zone.set(source, Type.CNAME);
        if (wanted.isPresent()) {
            append(wanted.get(), asked);
        } else if (alias.isPresent()) {
            append(alias.get(), asked);
            follow(zone, ((CNAMERecord) alias.get().first()).getTarget());
        } else {
            reply.addRecord(zone.negativeSoa(), Section.AUTHORITY);
        }
    }

    private void follow(ZoneData zone, Name target) {
        if (catalog.closest(target) == zone && !visited.contains(target)) {
            answer(zone, target);
        }
    }

    /** The wildcard right below the closest name that exists (RFC 4592 section 3.3.1), or null. */
    private static @Nullable Name wildcardFor(ZoneData zone, Name name) {
        Name encloser = new Name(name, 1);
        while (!zone.exists(encloser)) {
            encloser = new Name(encloser, 1);
        }
        Name wildcard = NameServerNames.name("*." + encloser);
        return zone.exists(wildcard) ? wildcard : null;
    }

    private void append(RRset set, Name owner) {
        for (Record one : set.rrs(false)) {
            reply.addRecord(
                    one.getName().equals(owner)
                            ? one
                            : Record.newRecord(
                                    owner, one.getType(), DClass.IN, one.getTTL(), one.rdataToWireCanonical()),
                    Section.ANSWER);
        }
    }

    private void refer(ZoneData zone, Name cut) {
        for (Record one : zone.set(cut, Type.NS).orElseThrow().rrs(false)) {
            reply.addRecord(one, Section.AUTHORITY);
            Name server = ((NSRecord) one).getTarget();
            for (int glue : new int[] {Type.A, Type.AAAA}) {
                zone.set(server, glue)
                        .ifPresent(s -> s.rrs(false).forEach(r -> reply.addRecord(r, Section.ADDITIONAL)));
            }
        }
    }
}
