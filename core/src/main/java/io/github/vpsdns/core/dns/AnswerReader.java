// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.dns;

import io.github.vpsdns.core.dns.internal.Names;
import io.github.vpsdns.core.dns.internal.Question;
import io.github.vpsdns.core.dns.internal.RecordReader;
import io.github.vpsdns.core.dns.internal.Reply;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.RecordData;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** What an authoritative server's reply means (RFC 1034 section 4.3.2, RFC 2308 section 2). */
final class AnswerReader {
    /** Chains in one answer are followed so far; longer ones are taken for loops. */
    private static final int MAX_CHAIN = 16;

    private AnswerReader() {}

    /**
     * A reply as it is understood.
     *
     * @param answer what the server says about the name itself
     * @param atEnd the data of the type asked for, at the name or at the end of the chain of aliases within the answer
     */
    record Reading(Answer answer, List<RecordData> atEnd) {}

    static Reading read(Question question, Reply reply) {
        if (reply instanceof Reply.Failure failure) {
            return nothing(new Answer.Failed(failure.reason(), failure.silent()));
        }
        Message message = ((Reply.Response) reply).message();
        int rcode = message.getRcode();
        if (rcode != Rcode.NOERROR && rcode != Rcode.NXDOMAIN) {
            return failed(Rcode.string(rcode));
        }
        if (!message.getHeader().getFlag(Flags.AA)) {
            return failed(unauthoritative(message));
        }
        Name name = Names.wire(question.name());
        List<RecordData> here = data(message, name, question.type());
        if (!here.isEmpty()) {
            return new Reading(new Answer.Data(here), here);
        }
        Name target = aliasOf(message, name);
        if (target != null) {
            DomainName readable = Names.read(target);
            return readable == null
                    ? failed("an alias to '" + target + "', which is not a domain name")
                    : new Reading(new Answer.Alias(readable), atEnd(message, target, question.type()));
        }
        return nothing(rcode == Rcode.NXDOMAIN ? new Answer.NoSuchName() : new Answer.NoData());
    }

    private static String unauthoritative(Message message) {
        return message.getSection(Section.AUTHORITY).stream()
                .filter(record -> record.getType() == Type.NS
                        && message.getSection(Section.ANSWER).isEmpty())
                .findFirst()
                .map(ns -> "referred to the servers of '" + ns.getName().toString(true) + "'")
                .orElse("answered without authority, so it is not one of the zone's servers");
    }

    private static List<RecordData> atEnd(Message message, Name alias, int type) {
        @Nullable Name name = alias;
        for (int hop = 0; hop < MAX_CHAIN && name != null; hop++) {
            List<RecordData> data = data(message, name, type);
            if (!data.isEmpty()) {
                return data;
            }
            name = aliasOf(message, name);
        }
        return List.of();
    }

    private static List<RecordData> data(Message message, Name name, int type) {
        return message.getSection(Section.ANSWER).stream()
                .filter(record -> record.getType() == type && record.getName().equals(name))
                .map(RecordReader::read)
                .toList();
    }

    private static @Nullable Name aliasOf(Message message, Name name) {
        for (Record record : message.getSection(Section.ANSWER)) {
            if (record instanceof CNAMERecord cname && cname.getName().equals(name)) {
                return cname.getTarget();
            }
        }
        return null;
    }

    private static Reading failed(String reason) {
        return nothing(new Answer.Failed(reason, false));
    }

    private static Reading nothing(Answer answer) {
        return new Reading(answer, List.of());
    }
}
