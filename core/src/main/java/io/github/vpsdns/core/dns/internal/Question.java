// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.dns.internal;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.RecordType;
import java.security.SecureRandom;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * What is asked (RFC 1035 section 4.1.2).
 *
 * @param name about which name
 * @param type the type's number
 * @param dclass the class's number, nearly always that of IN
 * @param recursive whether the server shall find the answer elsewhere (RD); not for authoritative servers
 */
public record Question(DomainName name, int type, int dclass, boolean recursive) {
    /** What passes any path unfragmented (DNS flag day 2020). */
    private static final int UDP_PAYLOAD = 1232;

    /** Numbers that nobody off the path can guess (RFC 5452 section 9.2). */
    private static final SecureRandom IDS = new SecureRandom();

    /** A question of class IN. */
    public Question(DomainName name, int type, boolean recursive) {
        this(name, type, DClass.IN, recursive);
    }

    /** A question for a server that knows the answer itself. */
    public static Question authoritative(DomainName name, RecordType type) {
        return new Question(name, number(type), false);
    }

    /** A question for a server that may find out, in a class that may be another than IN. */
    public static Question direct(DomainName name, RecordType type, int dclass) {
        return new Question(name, number(type), dclass, true);
    }

    private static int number(RecordType type) {
        int number = Type.value(type.name(), true);
        if (number <= 0) {
            throw new InvalidValueException("'" + type + "' is not a record type that DNS can be asked for");
        }
        return number;
    }

    /** Writes the question as a message with a number of its own. */
    Message message(boolean edns) {
        Message message = new Message(IDS.nextInt(1 << 16));
        message.getHeader().setOpcode(Opcode.QUERY);
        if (recursive) {
            message.getHeader().setFlag(Flags.RD);
        }
        message.addRecord(Record.newRecord(Names.wire(name), type, dclass), Section.QUESTION);
        if (edns) {
            message.addRecord(new OPTRecord(UDP_PAYLOAD, 0, 0), Section.ADDITIONAL);
        }
        return message;
    }

    /**
     * Tells whether a message answers the given one: same number and same question (RFC 5452 section 9.1). Servers that do not
     * even understand a message may leave the question out.
     */
    static boolean isAnswered(Message query, Message response) {
        if (response.getHeader().getID() != query.getHeader().getID()
                || !response.getHeader().getFlag(Flags.QR)
                || response.getHeader().getOpcode() != Opcode.QUERY) {
            return false;
        }
        Record asked = query.getQuestion();
        Record echoed = response.getQuestion();
        if (echoed == null) {
            int rcode = response.getHeader().getRcode();
            return rcode == Rcode.FORMERR || rcode == Rcode.NOTIMP;
        }
        return echoed.getType() == asked.getType()
                && echoed.getDClass() == asked.getDClass()
                && echoed.getName().equals(asked.getName());
    }

    /** Returns such as {@code TXT of 'www.example.com'}. */
    @Override
    public String toString() {
        return Type.string(type) + " of '" + name + "'"
                + (dclass == DClass.IN ? "" : " in class " + DClass.string(dclass));
    }
}
