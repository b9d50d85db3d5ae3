// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.validation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
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
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** Asks one name server for TXT records, by UDP and if cut short by TCP, following aliases by asking it again. */
final class TxtLookup {
    private static final Logger LOG = LoggerFactory.getLogger(TxtLookup.class);
    private static final int MOST_ALIASES = 10;

    private final Duration timeout;

    TxtLookup(Duration timeout) {
        this.timeout = timeout;
    }

    TxtAnswer ask(InetSocketAddress server, String domain) {
        SimpleResolver resolver = new SimpleResolver(server);
        resolver.setTimeout(timeout);
        try {
            Name name = Name.fromString(domain + ".");
            for (int hop = 0; hop <= MOST_ALIASES; hop++) {
                Message answer = resolver.send(Message.newQuery(Record.newRecord(name, Type.TXT, DClass.IN)));
                LOG.debug("server={} name={} rcode={}", server, name, Rcode.string(answer.getRcode()));
                Name target = lastAlias(answer, name);
                List<String> texts = texts(answer, target);
                if (answer.getRcode() != Rcode.NOERROR) {
                    return new TxtAnswer.Failure(Rcode.string(answer.getRcode()));
                }
                if (!texts.isEmpty() || target.equals(name)) {
                    return new TxtAnswer.Texts(texts);
                }
                name = target;
            }
            return new TxtAnswer.Failure("too many CNAMEs");
        } catch (TextParseException e) {
            return new TxtAnswer.Failure("name is not valid");
        } catch (SocketTimeoutException e) {
            return new TxtAnswer.Failure("query timed out");
        } catch (IOException e) {
            return new TxtAnswer.Failure(
                    e.getMessage() != null && e.getMessage().contains("Timed out")
                            ? "query timed out"
                            : "networking error");
        }
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

    private static List<String> texts(Message answer, Name name) {
        List<String> texts = new ArrayList<>();
        for (Record rr : answer.getSection(Section.ANSWER)) {
            if (rr instanceof TXTRecord txt && rr.getName().equals(name)) {
                ByteArrayOutputStream whole = new ByteArrayOutputStream();
                txt.getStringsAsByteArrays().forEach(whole::writeBytes);
                texts.add(whole.toString(StandardCharsets.UTF_8));
            }
        }
        return texts;
    }
}
