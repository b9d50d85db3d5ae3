// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.dns;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** A recursive resolver that knows the given records and nothing else, and answers as one does. */
final class FakeInternet implements FakeNameServer.Script {
    private final List<Record> records = new CopyOnWriteArrayList<>();

    FakeInternet(String... lines) {
        for (String line : lines) {
            add(line);
        }
    }

    void add(String line) {
        records.add(Replies.record(line));
    }

    @Override
    public List<Message> answer(Message query, FakeNameServer.Asked asked) {
        Message reply = Replies.to(query);
        reply.getHeader().unsetFlag(Flags.AA);
        reply.getHeader().setFlag(Flags.RA);
        Name name = query.getQuestion().getName();
        int type = query.getQuestion().getType();
        for (Record record : records) {
            boolean alias = record.getType() == Type.CNAME;
            if (record.getName().equals(name) && (record.getType() == type || alias)) {
                reply.addRecord(record, Section.ANSWER);
            }
        }
        boolean exists = records.stream().anyMatch(record -> record.getName().subdomain(name));
        reply.getHeader().setRcode(exists ? Rcode.NOERROR : Rcode.NXDOMAIN);
        return List.of(reply);
    }
}
