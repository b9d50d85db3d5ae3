// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.dns.internal.Names;
import io.github.vpsdns.core.dns.internal.Question;
import io.github.vpsdns.core.dns.internal.Reply;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.testing.fuzz.Damage;
import io.github.vpsdns.core.testing.fuzz.Fuzz;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Message;
import org.xbill.DNS.Record;

/** Whatever a name server says, its words are understood or it has failed. */
final class AnswerFuzzTest {
    private static final DomainName NAME = DomainName.of("_acme-challenge.example.com");
    private static final List<RecordType> TYPES =
            List.of(RecordType.TXT, RecordType.CNAME, RecordType.NS, RecordType.CAA, RecordType.A, RecordType.MX);

    @Test
    void isUnderstoodOrHasFailed() {
        Damage damage = new Damage();
        int[] read = new int[1];
        Fuzz.rounds(8_000, random -> {
            Question question = Question.authoritative(NAME, TYPES.get(random.nextInt(TYPES.size())));
            Optional<Message> message = parsed(damage.of(wire(question, random), random));
            if (message.isPresent()) {
                read[0]++;
                AnswerReader.Reading reading = AnswerReader.read(question, new Reply.Response(message.get()));
                assertThat(Answers.describe(reading.answer())).matches("[^\\x00-\\x1f\\x7f]{1,1000}");
            }
        });
        assertThat(read[0]).as("damaged answers that are messages still").isPositive();
    }

    private static byte[] wire(Question question, Random random) {
        Message query =
                Message.newQuery(Record.newRecord(Names.wire(question.name()), question.type(), question.dclass()));
        Message reply = (switch (random.nextInt(4)) {
                    case 0 ->
                        Replies.answer(
                                query,
                                "_acme-challenge.example.com. 60 IN CNAME a.example.net.",
                                "a.example.net. 60 IN CNAME b.example.net.",
                                "b.example.net. 60 IN TXT \"one\" \"two\"");
                    case 1 -> Replies.txt(query, "value", "x".repeat(200));
                    case 2 -> Replies.nothing(query, 3, Replies.SOA);
                    default ->
                        Replies.answer(
                                query,
                                "_acme-challenge.example.com. 60 IN CAA 0 issue \"ca.example; accounturi=https://ca.example/1\"",
                                "_acme-challenge.example.com. 60 IN MX 10 mail.example.com.",
                                "_acme-challenge.example.com. 60 IN NS ns1.example.com.",
                                "_acme-challenge.example.com. 60 IN A 192.0.2.1");
                })
                .get(0);
        return reply.toWire();
    }

    /** As the exchange reads it. */
    private static Optional<Message> parsed(byte[] wire) {
        try {
            return Optional.of(new Message(wire));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
