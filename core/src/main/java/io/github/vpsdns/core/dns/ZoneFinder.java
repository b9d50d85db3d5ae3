// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.dns;

import io.github.vpsdns.core.dns.internal.Exchanger;
import io.github.vpsdns.core.dns.internal.Names;
import io.github.vpsdns.core.dns.internal.Question;
import io.github.vpsdns.core.dns.internal.Reply;
import io.github.vpsdns.core.dns.internal.Resolver;
import io.github.vpsdns.core.name.DomainName;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * The zone that a name is in. Resolvers are asked about names above it only, as they would remember that it does not exist (RFC
 * 2308); whether the zone found that way delegates a part in which the name is, its own servers tell. Thread-safe.
 */
final class ZoneFinder {
    /** More delegations below one zone than any real name has. */
    private static final int MAX_DELEGATIONS = 16;

    private final Resolver resolver;
    private final ServerFinder servers;
    private final Duration limit;

    ZoneFinder(Resolver resolver, ServerFinder servers, Duration limit) {
        this.resolver = resolver;
        this.servers = servers;
        this.limit = limit;
    }

    /**
     * A zone and who serves it.
     *
     * @param apex its name
     * @param servers at least one
     */
    record Found(DomainName apex, List<NameServer> servers) {}

    /** Walks up from above the name at the resolver to a zone, then down again along its servers' delegations. */
    Found containing(DomainName name) throws InterruptedException {
        DomainName apex = walkUp(name);
        Found found = new Found(apex, servers.ofZone(apex));
        for (int i = 0; i < MAX_DELEGATIONS; i++) {
            Optional<Found> below = delegation(name, found);
            if (below.isEmpty()) {
                return found;
            }
            found = below.get();
        }
        throw new NameServersNotFoundException(name, "its delegations do not end", false);
    }

    /** Finds the zone by the given servers, which serve all zones that are asked about. */
    Found containing(DomainName name, List<NameServer> given) throws InterruptedException {
        String last = "the root is reached";
        boolean passing = false;
        for (DomainName at = name; !at.isRoot(); at = at.parent()) {
            Question question = new Question(at, Type.SOA, false);
            for (Map.Entry<NameServer, Reply> said : ask(question, given).entrySet()) {
                if (said.getValue() instanceof Reply.Response response) {
                    Optional<DomainName> apex = authority(response.message(), at);
                    if (apex.isPresent()) {
                        return new Found(apex.get(), given);
                    }
                } else {
                    passing = true;
                }
                last = "asked " + said.getKey() + " for " + question + ", got " + said.getValue();
            }
        }
        throw new NameServersNotFoundException(name, last, passing);
    }

    private DomainName walkUp(DomainName name) throws InterruptedException {
        for (DomainName at = firstAsked(name); !at.isRoot(); at = at.parent()) {
            Question question = new Question(at, Type.SOA, true);
            Resolver.Heard heard = resolver.ask(question);
            @Nullable Message message = heard.usable();
            if (message == null) {
                throw new NameServersNotFoundException(name, heard.describe(question), true);
            }
            if (hasSoa(message.getSection(Section.ANSWER), Names.wire(at))) {
                return at;
            }
        }
        throw new NameServersNotFoundException(
                name, "no name above it is a zone, by the resolver's answers for SOA", false);
    }

    /** The lowest name above the given one that has no label for a challenge or service in it. */
    private static DomainName firstAsked(DomainName name) {
        DomainName at = name.parent();
        while (at.labels().stream().anyMatch(label -> label.startsWith("_"))) {
            at = at.parent();
        }
        return at;
    }

    private Optional<Found> delegation(DomainName name, Found zone) throws InterruptedException {
        for (Reply reply :
                ask(new Question(name, Type.SOA, false), zone.servers()).values()) {
            if (reply instanceof Reply.Response response
                    && !response.message().getHeader().getFlag(Flags.AA)) {
                Optional<DomainName> cut = cut(response.message(), name, zone.apex());
                if (cut.isPresent()) {
                    Collection<DomainName> hosts =
                            ServerFinder.hosts(response.message().getSection(Section.AUTHORITY), Names.wire(cut.get()));
                    return Optional.of(new Found(cut.get(), servers.ofHosts(cut.get(), hosts)));
                }
            }
        }
        return Optional.empty();
    }

    /** Where a referral says that another zone begins: at or above the name, below the zone asked. */
    private static Optional<DomainName> cut(Message message, DomainName name, DomainName apex) {
        return message.getSection(Section.AUTHORITY).stream()
                .filter(record -> record.getType() == Type.NS)
                .flatMap(record -> Optional.ofNullable(Names.read(record.getName())).stream())
                .filter(owner -> name.isWithin(owner) && owner.isWithin(apex) && !owner.equals(apex))
                .findFirst();
    }

    /** The zone that an authoritative answer speaks for: the owner of the SOA in it, at or above the name asked for. */
    private static Optional<DomainName> authority(Message message, DomainName asked) {
        if (!message.getHeader().getFlag(Flags.AA)) {
            return Optional.empty();
        }
        return List.of(Section.ANSWER, Section.AUTHORITY).stream()
                .flatMap(section -> message.getSection(section).stream())
                .filter(SOARecord.class::isInstance)
                .flatMap(soa -> Optional.ofNullable(Names.read(soa.getName())).stream())
                .filter(asked::isWithin)
                .findFirst();
    }

    private static boolean hasSoa(List<Record> records, Name owner) {
        return records.stream()
                .anyMatch(one -> one instanceof SOARecord && one.getName().equals(owner));
    }

    private Map<NameServer, Reply> ask(Question question, List<NameServer> all) throws InterruptedException {
        return Exchanger.askAll(NameServer.byServer(all), question, limit);
    }
}
