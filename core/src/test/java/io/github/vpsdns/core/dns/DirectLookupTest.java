// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.A;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.record.Txt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

class DirectLookupTest {
    private static final DomainName WHO = DomainName.of("who.example");
    private static final DirectLookup ADDRESS = DirectLookup.internet(WHO, RecordType.A);
    private static final DirectLookup TEXT = DirectLookup.chaos(WHO);
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);

    private final List<FakeNameServer> servers = new ArrayList<>();

    @AfterEach
    void stop() {
        servers.forEach(FakeNameServer::close);
    }

    @Test
    void returnsTheValuesOfTheName() {
        FakeNameServer server = start((query, asked) -> Replies.answer(
                query,
                "who.example. 60 IN A 192.0.2.1",
                "who.example. 60 IN A 192.0.2.2",
                "other.example. 60 IN A 192.0.2.3"));

        assertThat(ADDRESS.ask(at(server), LIMIT)).containsExactly(A.of("192.0.2.1"), A.of("192.0.2.2"));
    }

    @Test
    void believesTheZonesOwnServersWhatTheyMakeUp() {
        FakeNameServer server = start((query, asked) -> {
            assertThat(query.getHeader().getFlag(Flags.RD)).isFalse();
            List<Message> answer = Replies.answer(query, "who.example. 60 IN A 192.0.2.1");
            answer.get(0).getHeader().setFlag(Flags.AA);
            return answer;
        });

        assertThat(DirectLookup.authoritative(WHO, RecordType.A).ask(at(server), LIMIT))
                .containsExactly(A.of("192.0.2.1"));
    }

    @Test
    void doesNotBelieveAResolverThatAnswersInTheirPlace() {
        FakeNameServer server = start((query, asked) -> {
            List<Message> answer = Replies.answer(query, "who.example. 60 IN A 192.0.2.1");
            answer.get(0).getHeader().unsetFlag(Flags.AA);
            answer.get(0).getHeader().setFlag(Flags.RA);
            return answer;
        });

        assertThatThrownBy(() -> DirectLookup.authoritative(WHO, RecordType.A).ask(at(server), LIMIT))
                .isInstanceOf(DnsLookupException.class)
                .hasMessageEndingWith("for A of 'who.example', got the answer of somebody in its place");
    }

    @Test
    void asksForTextInTheClassOfChaosnet() {
        FakeNameServer server = start((query, asked) -> text(query, DClass.CH, "192.0.2.1"));

        assertThat(TEXT.ask(at(server), LIMIT)).containsExactly(new Txt("192.0.2.1"));
    }

    @Test
    void ignoresRecordsOfAnotherClass() {
        FakeNameServer server = start((query, asked) -> text(query, DClass.IN, "192.0.2.1"));

        assertThatThrownBy(() -> TEXT.ask(at(server), LIMIT))
                .isInstanceOf(DnsLookupException.class)
                .hasMessageEndingWith("for TXT of 'who.example' in class CH, got no such records");
    }

    @Test
    void asksByTcpWhereTheAnswerDidNotFit() {
        FakeNameServer server = start((query, asked) -> asked.overTcp()
                ? Replies.answer(query, "who.example. 60 IN A 192.0.2.1")
                : truncated(query, "who.example. 60 IN A 192.0.2.9"));

        assertThat(ADDRESS.ask(at(server), LIMIT)).containsExactly(A.of("192.0.2.1"));
    }

    @Test
    void waitsPastAnswersToOtherQuestions() {
        FakeNameServer server = start((query, asked) -> {
            Message lie =
                    Replies.answer(query, "who.example. 60 IN A 192.0.2.9").get(0);
            lie.getHeader().setID(query.getHeader().getID() ^ 1);
            Message answer =
                    Replies.answer(query, "who.example. 60 IN A 192.0.2.1").get(0);
            return List.of(lie, answer);
        });

        assertThat(ADDRESS.ask(at(server), LIMIT)).containsExactly(A.of("192.0.2.1"));
    }

    @Test
    void followsNoAlias() {
        FakeNameServer server = start((query, asked) ->
                Replies.answer(query, "who.example. 60 IN CNAME other.example.", "other.example. 60 IN A 192.0.2.1"));

        assertThatThrownBy(() -> ADDRESS.ask(at(server), LIMIT)).hasMessageEndingWith("got no such records");
    }

    @Test
    void asksTheNextServerWhereOneRefuses() {
        FakeNameServer refusing = start((query, asked) -> Replies.rcode(query, Rcode.REFUSED));
        FakeNameServer server = start((query, asked) -> Replies.answer(query, "who.example. 60 IN A 192.0.2.1"));

        assertThat(ADDRESS.ask(at(refusing, server), LIMIT)).containsExactly(A.of("192.0.2.1"));
    }

    @Test
    void asksTheNextServerBesideASilentOne() {
        FakeNameServer silent = start((query, asked) -> List.of());
        FakeNameServer server = start((query, asked) -> Replies.answer(query, "who.example. 60 IN A 192.0.2.1"));

        assertThat(ADDRESS.ask(at(silent, server), Duration.ofSeconds(1))).containsExactly(A.of("192.0.2.1"));
    }

    @Test
    void asksNobodyElseWhereTheFirstAnswers() {
        FakeNameServer server = start((query, asked) -> Replies.answer(query, "who.example. 60 IN A 192.0.2.1"));
        FakeNameServer other = start((query, asked) -> List.of());

        ADDRESS.ask(at(server, other), LIMIT);

        assertThat(other.asked()).isEmpty();
    }

    @Test
    void saysWhoWasSilentForHowLong() {
        FakeNameServer silent = start((query, asked) -> List.of());

        assertThatThrownBy(() -> ADDRESS.ask(at(silent), SHORT))
                .isInstanceOf(DnsLookupException.class)
                .hasMessage("asked 127.0.0.1:" + silent.address().getPort()
                        + " for A of 'who.example', got no answer within 300 ms");
    }

    @Test
    void saysThatThereIsNoSuchName() {
        FakeNameServer server = start((query, asked) -> Replies.rcode(query, Rcode.NXDOMAIN));

        assertThatThrownBy(() -> ADDRESS.ask(at(server), LIMIT)).hasMessageEndingWith(", got NXDOMAIN");
    }

    @Test
    void endsAtOnceOnAnInterrupt() {
        FakeNameServer silent = start((query, asked) -> List.of());
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> ADDRESS.ask(at(silent), LIMIT)).isInstanceOf(CancelledException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private FakeNameServer start(FakeNameServer.Script script) {
        FakeNameServer server = FakeNameServer.start(script);
        servers.add(server);
        return server;
    }

    private static List<InetSocketAddress> at(FakeNameServer... servers) {
        return Stream.of(servers).map(FakeNameServer::address).toList();
    }

    private static List<Message> truncated(Message query, String line) {
        List<Message> reply = Replies.answer(query, line);
        reply.get(0).getHeader().setFlag(Flags.TC);
        return reply;
    }

    private static List<Message> text(Message query, int dclass, String value) {
        Message reply = Replies.to(query);
        Name name = query.getQuestion().getName();
        try {
            reply.addRecord(Record.fromString(name, Type.TXT, dclass, 0, value, Name.root), Section.ANSWER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.of(reply);
    }
}
