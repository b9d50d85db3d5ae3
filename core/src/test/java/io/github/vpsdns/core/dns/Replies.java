// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.dns;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Master;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Answers as name servers give them, written as zone file lines. */
final class Replies {
    static final String SOA = "example.com. 60 IN SOA ns1.example.com. host.example.com. 1 3600 600 86400 60";

    private Replies() {}

    static Message to(Message query) {
        Message reply = new Message(query.getHeader().getID());
        reply.getHeader().setFlag(Flags.QR);
        reply.getHeader().setFlag(Flags.AA);
        reply.addRecord(query.getQuestion(), Section.QUESTION);
        return reply;
    }

    static List<Message> answer(Message query, String... lines) {
        Message reply = to(query);
        records(lines).forEach(record -> reply.addRecord(record, Section.ANSWER));
        return List.of(reply);
    }

    static List<Message> rcode(Message query, int rcode) {
        Message reply = to(query);
        reply.getHeader().setRcode(rcode);
        return List.of(reply);
    }

    /** Says that there is nothing, with the SOA of the zone that says so (RFC 2308). */
    static List<Message> nothing(Message query, int rcode, String soa) {
        Message reply = rcode(query, rcode).get(0);
        records(soa).forEach(record -> reply.addRecord(record, Section.AUTHORITY));
        return List.of(reply);
    }

    static List<Message> referral(Message query, String... lines) {
        Message reply = to(query);
        reply.getHeader().unsetFlag(Flags.AA);
        records(lines).forEach(record -> reply.addRecord(record, Section.AUTHORITY));
        return List.of(reply);
    }

    static List<Message> txt(Message query, String... values) {
        Message reply = to(query);
        Name name = query.getQuestion().getName();
        for (String value : values) {
            reply.addRecord(record(name, "\"" + value + "\""), Section.ANSWER);
        }
        return List.of(reply);
    }

    private static Record record(Name name, String text) {
        try {
            return Record.fromString(name, Type.TXT, DClass.IN, 60, text, Name.root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Record> records(String... lines) {
        return Arrays.stream(lines).map(Replies::record).toList();
    }

    /** Reads a line of a zone file with absolute names. */
    static Record record(String line) {
        byte[] text = line.getBytes(StandardCharsets.UTF_8);
        try (Master master = new Master(new ByteArrayInputStream(text), Name.root)) {
            return master.nextRecord();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
