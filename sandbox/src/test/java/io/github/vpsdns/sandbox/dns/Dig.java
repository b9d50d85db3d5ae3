// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.dns;

import io.github.vpsdns.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** Asks one name server, without recursion. */
public final class Dig {
    private final SimpleResolver resolver;

    public Dig(InetSocketAddress server) {
        resolver = new SimpleResolver(server);
        resolver.setTimeout(Duration.ofSeconds(5));
    }

    public static Dig at(Sandbox sandbox) {
        return new Dig(sandbox.nameServers().get(0));
    }

    public Dig tcp() {
        resolver.setTCP(true);
        return this;
    }

    public Dig withoutEdns() {
        resolver.setEDNS(-1);
        return this;
    }

    public Dig ignoringTruncation() {
        resolver.setIgnoreTruncation(true);
        return this;
    }

    public Dig timeout(Duration timeout) {
        resolver.setTimeout(timeout);
        return this;
    }

    public Message ask(String name, String type) {
        try {
            return tryAsk(name, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Message tryAsk(String name, String type) throws IOException {
        Record question = Record.newRecord(Name.fromString(name, Name.root), Type.value(type), DClass.IN);
        return resolver.send(Message.newQuery(question));
    }

    /** The answer section, owner and TTL left out. */
    public List<String> values(String name, String type) {
        return ask(name, type).getSection(Section.ANSWER).stream()
                .map(Record::rdataToString)
                .toList();
    }
}
