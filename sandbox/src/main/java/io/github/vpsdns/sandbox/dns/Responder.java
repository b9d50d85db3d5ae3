// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.dns;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Bytes of a query in, bytes of the reply out; knows the protocol but no sockets. Thread-safe. */
final class Responder {
    private static final Logger log = LoggerFactory.getLogger(Responder.class);

    /** What fits into a UDP reply without EDNS (RFC 1035 section 4.2.1). */
    private static final int PLAIN_UDP = 512;
    /** What we let EDNS raise it to, so that nothing is fragmented (BIND's default as well). */
    private static final int EDNS_UDP = 1232;

    private static final int HEADER = 12;

    private final ServerView view;
    private final Consumer<DnsQuery> heard;
    private volatile Behaviour behaviour = Behaviour.ANSWER;

    Responder(ServerView view, Consumer<DnsQuery> heard) {
        this.view = view;
        this.heard = heard;
    }

    void behave(Behaviour next) {
        behaviour = next;
    }

    Behaviour behaviour() {
        return behaviour;
    }

    /** The reply to a query, or empty if there shall be none. */
    Optional<byte[]> reply(byte[] query, boolean tcp, Instant now) {
        Message asked;
        try {
            asked = new Message(query);
        } catch (IOException | IllegalArgumentException e) {
            log.debug("Malformed query of {} bytes: {}", query.length, e.getMessage());
            return query.length < HEADER ? Optional.empty() : Optional.of(formatError(query));
        }
        if (asked.getHeader().getFlag(Flags.QR)) {
            return Optional.empty();
        }
        Record question = asked.getQuestion();
        if (question != null) {
            heard.accept(new DnsQuery(now, question.getName().toString(true), Type.string(question.getType()), tcp));
        }
        Behaviour how = behaviour;
        if (how == Behaviour.SILENT) {
            return Optional.empty();
        }
        Message reply = compose(asked, how, tcp);
        return Optional.of(reply.toWire(tcp ? Message.MAXLENGTH : room(asked)));
    }

    private Message compose(Message asked, Behaviour how, boolean tcp) {
        Header given = asked.getHeader();
        Message reply = new Message(given.getID());
        Header header = reply.getHeader();
        header.setFlag(Flags.QR);
        header.setOpcode(given.getOpcode());
        if (given.getFlag(Flags.RD)) {
            header.setFlag(Flags.RD);
        }
        Record question = asked.getQuestion();
        if (question != null) {
            reply.addRecord(question, Section.QUESTION);
        }
        OPTRecord edns = asked.getOPT();
        boolean unknownVersion = edns != null && edns.getVersion() > 0;
        if (edns != null) {
            // BADVERS is 16; its upper bits go into the OPT record (RFC 6891 section 6.1.3).
            reply.addRecord(new OPTRecord(EDNS_UDP, unknownVersion ? Rcode.BADVERS >> 4 : 0, 0), Section.ADDITIONAL);
        }
        if (unknownVersion) {
            return reply;
        }
        if (given.getOpcode() != Opcode.QUERY) {
            header.setRcode(Rcode.NOTIMP);
        } else if (question == null || given.getCount(Section.QUESTION) != 1) {
            header.setRcode(Rcode.FORMERR);
        } else if (how == Behaviour.SERVFAIL) {
            header.setRcode(Rcode.SERVFAIL);
        } else if (how == Behaviour.TRUNCATED && !tcp) {
            header.setFlag(Flags.TC);
        } else if (how == Behaviour.REFUSED || !answerable(question)) {
            header.setRcode(Rcode.REFUSED);
        } else {
            view.fill(reply, question.getName(), question.getType());
        }
        return reply;
    }

    private static boolean answerable(Record question) {
        boolean transfer = question.getType() == Type.AXFR || question.getType() == Type.IXFR;
        return question.getDClass() == DClass.IN && !transfer;
    }

    private static int room(Message asked) {
        OPTRecord edns = asked.getOPT();
        return edns == null ? PLAIN_UDP : Math.max(PLAIN_UDP, Math.min(EDNS_UDP, edns.getPayloadSize()));
    }

    private static byte[] formatError(byte[] query) {
        int id = ((query[0] & 0xff) << 8) | (query[1] & 0xff);
        Message reply = new Message(id);
        reply.getHeader().setFlag(Flags.QR);
        reply.getHeader().setRcode(Rcode.FORMERR);
        return reply.toWire();
    }
}
