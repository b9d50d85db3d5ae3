// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.validation;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** Asks one name server, by UDP and if cut short by TCP, following aliases by asking it again. */
final class DnsLookup {
    private static final Logger LOG = LoggerFactory.getLogger(DnsLookup.class);
    private static final int MOST_ALIASES = 10;

    private final Duration timeout;

    DnsLookup(Duration timeout) {
        this.timeout = timeout;
    }

    DnsAnswer ask(InetSocketAddress server, String domain, int type) {
        SimpleResolver resolver = new SimpleResolver(server);
        resolver.setTimeout(timeout);
        try {
            return follow(resolver, Name.fromString(domain + "."), type);
        } catch (TextParseException e) {
            return new DnsAnswer.Failure("name is not valid");
        } catch (SocketTimeoutException e) {
            return new DnsAnswer.Failure("query timed out");
        } catch (IOException e) {
            boolean late = e.getMessage() != null && e.getMessage().contains("Timed out");
            return new DnsAnswer.Failure(late ? "query timed out" : "networking error");
        }
    }

    private static DnsAnswer follow(SimpleResolver resolver, Name asked, int type) throws IOException {
        Name name = asked;
        for (int hop = 0; hop <= MOST_ALIASES; hop++) {
            Message answer = resolver.send(Message.newQuery(Record.newRecord(name, type, DClass.IN)));
            LOG.debug(
                    "server={} name={} type={} rcode={}",
                    resolver.getAddress(),
                    name,
                    Type.string(type),
                    Rcode.string(answer.getRcode()));
            if (answer.getRcode() != Rcode.NOERROR) {
                return new DnsAnswer.Failure(Rcode.string(answer.getRcode()));
            }
            Name target = lastAlias(answer, name);
            List<Record> records = answer.getSection(Section.ANSWER).stream()
                    .filter(rr -> rr.getType() == type && rr.getName().equals(target))
                    .toList();
            if (!records.isEmpty() || target.equals(name)) {
                return new DnsAnswer.Records(records);
            }
            name = target;
        }
        return new DnsAnswer.Failure("too many CNAMEs");
    }

    private static Name lastAlias(Message answer, Name asked) {
        Name name = asked;
        for (int hop = 0; hop <= MOST_ALIASES; hop++) {
            Optional<Name> next = alias(answer, name);
            if (next.isEmpty()) {
                return name;
            }
            name = next.get();
        }
        return name;
    }

    private static Optional<Name> alias(Message answer, Name name) {
        return answer.getSection(Section.ANSWER).stream()
                .filter(rr -> rr.getName().equals(name))
                .filter(CNAMERecord.class::isInstance)
                .map(rr -> ((CNAMERecord) rr).getTarget())
                .findFirst();
    }
}
