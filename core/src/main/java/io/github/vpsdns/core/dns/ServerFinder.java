// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.dns;

import io.github.vpsdns.core.dns.internal.Names;
import io.github.vpsdns.core.dns.internal.Question;
import io.github.vpsdns.core.dns.internal.Resolver;
import io.github.vpsdns.core.name.DomainName;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** A zone's name to the addresses of its servers, by the resolver. Thread-safe. */
final class ServerFinder {
    private static final Logger log = LoggerFactory.getLogger(ServerFinder.class);

    private final Resolver resolver;
    private final int port;
    private final Predicate<InetSocketAddress> hasRoute;

    ServerFinder(Resolver resolver, int port, Predicate<InetSocketAddress> hasRoute) {
        this.resolver = resolver;
        this.port = port;
        this.hasRoute = hasRoute;
    }

    /** Finds the servers that the zone's NS records name. */
    List<NameServer> ofZone(DomainName apex) throws InterruptedException {
        Question question = new Question(apex, Type.NS, true);
        Resolver.Heard heard = resolver.ask(question);
        @Nullable Message message = heard.usable();
        if (message == null) {
            throw new NameServersNotFoundException(apex, heard.describe(question), true);
        }
        Collection<DomainName> hosts = hosts(message.getSection(Section.ANSWER), Names.wire(apex));
        if (hosts.isEmpty()) {
            String came = heard.describe(question) + " and no name server";
            throw new NameServersNotFoundException(apex, came, false);
        }
        return ofHosts(apex, hosts);
    }

    /** Finds all addresses of all the given servers, without those to which this host has no route. */
    List<NameServer> ofHosts(DomainName apex, Collection<DomainName> hosts) throws InterruptedException {
        List<Question> questions = new ArrayList<>();
        for (DomainName host : hosts) {
            questions.add(new Question(host, Type.A, true));
            questions.add(new Question(host, Type.AAAA, true));
        }
        Map<Question, Resolver.Heard> heard = resolver.ask(questions);
        Map<InetSocketAddress, NameServer> all = new LinkedHashMap<>();
        heard.forEach((question, one) -> {
            @Nullable Message message = one.usable();
            if (message == null) {
                log.warn("a server of zone {} may go unasked: {}", apex, one.describe(question));
            } else {
                for (InetAddress ip : addresses(message, question.type())) {
                    InetSocketAddress address = new InetSocketAddress(ip, port);
                    all.putIfAbsent(address, new NameServer(question.name().toString(), address));
                }
            }
        });
        if (all.isEmpty()) {
            boolean passing = heard.values().stream().anyMatch(one -> one.usable() == null);
            String came = heard.entrySet().stream()
                    .map(one -> one.getValue().describe(one.getKey()))
                    .collect(Collectors.joining("; "));
            throw new NameServersNotFoundException(apex, "no server has an address: " + came, passing);
        }
        List<NameServer> reachable = all.values().stream()
                .filter(server -> hasRoute.test(server.address()))
                .toList();
        if (reachable.isEmpty()) {
            throw new NameServersNotFoundException(apex, "this host has no route to any of " + all.values(), true);
        }
        return reachable;
    }

    /** The hosts of the NS records at a name, in the order of their names, so that reports look the same each time. */
    static Collection<DomainName> hosts(List<Record> records, Name owner) {
        Collection<DomainName> hosts = new TreeSet<>();
        for (Record record : records) {
            if (record instanceof NSRecord ns && ns.getName().equals(owner)) {
                DomainName host = Names.read(ns.getTarget());
                if (host != null) {
                    hosts.add(host);
                }
            }
        }
        return hosts;
    }

    /** Any owner counts: the resolver has followed aliases by itself. */
    private static List<InetAddress> addresses(Message message, int type) {
        List<InetAddress> addresses = new ArrayList<>();
        for (Record record : message.getSection(Section.ANSWER)) {
            if (type == Type.A && record instanceof ARecord a) {
                addresses.add(a.getAddress());
            } else if (type == Type.AAAA && record instanceof AAAARecord aaaa) {
                addresses.add(aaaa.getAddress());
            }
        }
        return addresses;
    }
}
