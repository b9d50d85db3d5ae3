// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.dns;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.dns.internal.Exchanger;
import io.github.vpsdns.core.dns.internal.Names;
import io.github.vpsdns.core.dns.internal.Question;
import io.github.vpsdns.core.dns.internal.RecordReader;
import io.github.vpsdns.core.dns.internal.Reply;
import io.github.vpsdns.core.dns.internal.Texts;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.RecordData;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.time.Deadline;
import io.github.vpsdns.core.time.Timekeeper;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;

/**
 * A question to servers that were chosen by their addresses, such as those that tell who asks; no system resolver takes part.
 *
 * <p>It goes by UDP, and by TCP where the answer did not fit (RFC 7766). What does not answer the question, by its number, name,
 * type and class, is ignored (RFC 5452 section 9.1). No alias is followed. A server that is silent for a moment costs no more
 * than that: the next one is asked beside it.
 *
 * <p>Immutable and thread-safe.
 */
public final class DirectLookup {
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final Question question;
    private final boolean firstHand;

    private DirectLookup(Question question, boolean firstHand) {
        this.question = question;
        this.firstHand = firstHand;
    }

    /**
     * Asks in the class of the Internet.
     *
     * @param name about which name
     * @param type for which type
     * @return the question
     * @throws InvalidValueException if DNS knows no such type
     */
    public static DirectLookup internet(DomainName name, RecordType type) {
        return new DirectLookup(Question.direct(name, type, DClass.IN), false);
    }

    /**
     * Asks in the class of the Internet for what a zone's own servers make up for each asker. A resolver that takes their place, as
     * some networks have one that answers whatever is sent to port 53, would tell what they say to it; its answers, which are not
     * authoritative (AA, RFC 1035 section 4.1.1), are not believed.
     *
     * @param name about which name
     * @param type for which type
     * @return the question, without recursion
     * @throws InvalidValueException if DNS knows no such type
     */
    public static DirectLookup authoritative(DomainName name, RecordType type) {
        return new DirectLookup(Question.authoritative(name, type), true);
    }

    /**
     * Asks for text in the class of Chaosnet, where servers tell of themselves and of who asks (RFC 4892).
     *
     * @param name about which name
     * @return the question
     */
    public static DirectLookup chaos(DomainName name) {
        return new DirectLookup(Question.direct(name, RecordType.TXT, DClass.CH), false);
    }

    /**
     * Asks the servers until one has an answer.
     *
     * @param servers resolved addresses, best first; at least one
     * @param limit how long all of it may take, more than zero
     * @return what the first one says that has values, at least one; those that do not fit their type are {@link
     *     io.github.vpsdns.core.record.Opaque}
     * @throws DnsLookupException if none has values
     * @throws CancelledException if the thread is interrupted
     */
    public List<RecordData> ask(List<InetSocketAddress> servers, Duration limit) {
        Duration patience = limit.dividedBy(servers.size());
        Duration turn = patience.compareTo(MOMENT) < 0 ? patience : MOMENT;
        Deadline deadline = Deadline.after(limit, Timekeeper.system());
        Deque<InetSocketAddress> waiting = new ArrayDeque<>(servers);
        String last = describe(servers.get(0), "no answer within " + Texts.of(limit));
        try (Exchanger<InetSocketAddress> io = new Exchanger<>(limit)) {
            while (!deadline.expired() && !(waiting.isEmpty() && io.isIdle())) {
                InetSocketAddress next = waiting.poll();
                if (next != null) {
                    io.ask(next, next, question);
                }
                Map<InetSocketAddress, Reply> heard = io.await(deadline.cut(waiting.isEmpty() ? limit : turn));
                for (Map.Entry<InetSocketAddress, Reply> said : heard.entrySet()) {
                    List<RecordData> values = values(said.getValue());
                    if (!values.isEmpty()) {
                        return values;
                    }
                    last = describe(said.getKey(), reason(said.getValue()));
                }
            }
        } catch (InterruptedException e) {
            throw CancelledException.interrupted("asking for " + question, e);
        }
        throw new DnsLookupException(last, null);
    }

    private String describe(InetSocketAddress server, Object got) {
        return "asked " + Texts.of(server) + " for " + question + ", got " + got;
    }

    private Object reason(Reply reply) {
        if (!isOk(reply)) {
            return reply;
        }
        return isHeardFromOthers(reply) ? "the answer of somebody in its place" : "no such records";
    }

    private List<RecordData> values(Reply reply) {
        if (!isOk(reply) || isHeardFromOthers(reply)) {
            return List.of();
        }
        Message message = ((Reply.Response) reply).message();
        Name name = Names.wire(question.name());
        return message.getSection(Section.ANSWER).stream()
                .filter(record -> record.getType() == question.type()
                        && record.getDClass() == question.dclass()
                        && record.getName().equals(name))
                .map(RecordReader::read)
                .toList();
    }

    private boolean isHeardFromOthers(Reply reply) {
        return firstHand && !((Reply.Response) reply).message().getHeader().getFlag(Flags.AA);
    }

    private static boolean isOk(Reply reply) {
        return reply instanceof Reply.Response response && response.message().getRcode() == Rcode.NOERROR;
    }
}
