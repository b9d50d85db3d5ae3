// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.A;
import io.github.vpsdns.core.record.Aaaa;
import io.github.vpsdns.core.record.Caa;
import io.github.vpsdns.core.record.Cname;
import io.github.vpsdns.core.record.Mx;
import io.github.vpsdns.core.record.Ns;
import io.github.vpsdns.core.record.Opaque;
import io.github.vpsdns.core.record.RecordData;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.record.Srv;
import io.github.vpsdns.core.record.Txt;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

class AuthoritativeLookupTest {
    private static final DomainName ZONE = DomainName.of("example.com");
    private static final DomainName NAME = DomainName.of("www.example.com");
    /** Long enough that even a busy machine sends no datagram twice. */
    private static final Duration LIMIT = Duration.ofSeconds(3);

    /** For servers that do not answer. */
    private static final Duration SHORT = Duration.ofMillis(600);

    private final List<FakeNameServer> running = new ArrayList<>();

    @AfterEach
    void stop() {
        running.forEach(FakeNameServer::close);
    }

    @Test
    void asksEveryServerForItself() {
        AuthoritativeZone zone = zone(
                start((query, asked) -> Replies.txt(query, "one")), start((query, asked) -> Replies.txt(query, "two")));

        assertThat(zone.lookup(NAME, RecordType.TXT).values())
                .containsExactly(data(new Txt("one")), data(new Txt("two")));
    }

    @Test
    void asksWithoutRecursionOverUdpWithEdns() {
        FakeNameServer server = start((query, asked) -> Replies.txt(query, "one"));

        zone(server).lookup(NAME, RecordType.TXT);

        assertThat(server.asked())
                .containsExactly(new FakeNameServer.Asked("www.example.com", "TXT", false, true, false));
    }

    @Test
    void takesTheWholeAnswerOverTcpWhenItDoesNotFitADatagram() {
        FakeNameServer server = start((query, asked) -> {
            List<Message> whole = Replies.txt(query, "x".repeat(200));
            if (!asked.overTcp()) {
                whole.get(0).removeAllRecords(Section.ANSWER);
                whole.get(0).getHeader().setFlag(Flags.TC);
            }
            return whole;
        });

        assertThat(only(zone(server).lookup(NAME, RecordType.TXT))).isEqualTo(data(new Txt("x".repeat(200))));
        assertThat(server.asked()).extracting(FakeNameServer.Asked::overTcp).containsExactly(false, true);
    }

    @ParameterizedTest
    @CsvSource({"1", "4", "16"})
    void asksAgainWithoutEdnsWhereTheServerRefusesIt(int rcode) {
        FakeNameServer server =
                start((query, asked) -> asked.edns() ? List.of(ednsError(query, rcode)) : Replies.txt(query, "plain"));

        assertThat(only(zone(server).lookup(NAME, RecordType.TXT))).isEqualTo(data(new Txt("plain")));
    }

    @Test
    void understandsARefusalOfEdnsThatLeavesTheQuestionOut() {
        FakeNameServer server = start((query, asked) -> {
            if (!asked.edns()) {
                return Replies.txt(query, "plain");
            }
            Message error = new Message(query.getHeader().getID());
            error.getHeader().setFlag(Flags.QR);
            error.getHeader().setRcode(Rcode.FORMERR);
            return List.of(error);
        });

        assertThat(only(zone(server).lookup(NAME, RecordType.TXT))).isEqualTo(data(new Txt("plain")));
    }

    @Test
    void ignoresPacketsThatDoNotFitTheQuestionAndWaitsForTheOneThatDoes() {
        FakeNameServer server = start((query, asked) -> {
            Message wrongNumber = Replies.txt(query, "forged").get(0);
            wrongNumber.getHeader().setID((query.getHeader().getID() + 1) & 0xffff);
            Message wrongName = new Message(query.getHeader().getID());
            wrongName.getHeader().setFlag(Flags.QR);
            wrongName.addRecord(Record.newRecord(Name.root, 16, 1), Section.QUESTION);
            Message notAnAnswer = Replies.txt(query, "forged").get(0);
            notAnAnswer.getHeader().unsetFlag(Flags.QR);
            return List.of(
                    wrongNumber,
                    wrongName,
                    notAnAnswer,
                    Replies.txt(query, "true").get(0));
        });

        assertThat(only(zone(server).lookup(NAME, RecordType.TXT))).isEqualTo(data(new Txt("true")));
    }

    @Test
    void sendsALostDatagramAgain() {
        List<Message> none = List.of();
        FakeNameServer server = start((query, asked) -> none);
        server.behave((query, asked) -> server.asked().size() < 2 ? none : Replies.txt(query, "late"));

        assertThat(only(zone(SHORT, server).lookup(NAME, RecordType.TXT))).isEqualTo(data(new Txt("late")));
    }

    @Test
    void tellsASilentServerFromOneThatRefuses() {
        FakeNameServer silent = start((query, asked) -> List.of());
        FakeNameServer refusing = start((query, asked) -> Replies.rcode(query, Rcode.REFUSED));
        FakeNameServer failing = start((query, asked) -> Replies.rcode(query, Rcode.SERVFAIL));

        assertThat(zone(SHORT, silent, refusing, failing)
                        .lookup(NAME, RecordType.TXT)
                        .values())
                .containsExactly(
                        new Answer.Failed("no answer within 600 ms", true),
                        new Answer.Failed("REFUSED", false),
                        new Answer.Failed("SERVFAIL", false));
    }

    @Test
    void noticesAClosedPortAtOnce() {
        FakeNameServer gone = start((query, asked) -> List.of());
        gone.close();

        assertThat(only(zone(Duration.ofMinutes(1), gone).lookup(NAME, RecordType.TXT)))
                .isEqualTo(new Answer.Failed("connection refused", true));
    }

    @Test
    void isNotSilentWhereTcpAloneFails() {
        FakeNameServer server = start((query, asked) -> {
            Message truncated = Replies.to(query);
            truncated.getHeader().setFlag(Flags.TC);
            return asked.overTcp() ? List.of() : List.of(truncated);
        });

        assertThat(only(zone(server).lookup(NAME, RecordType.TXT)))
                .isEqualTo(new Answer.Failed("connection closed in the middle of the answer (over TCP)", false));
    }

    @Test
    void tellsNoDataFromNoSuchName() {
        FakeNameServer empty = start((query, asked) -> Replies.nothing(query, Rcode.NOERROR, Replies.SOA));
        FakeNameServer unknown = start((query, asked) -> Replies.nothing(query, Rcode.NXDOMAIN, Replies.SOA));

        assertThat(zone(empty, unknown).lookup(NAME, RecordType.TXT).values())
                .containsExactly(new Answer.NoData(), new Answer.NoSuchName());
    }

    @Test
    void doesNotBelieveAServerWithoutAuthority() {
        FakeNameServer cache = start((query, asked) -> {
            List<Message> cached = Replies.txt(query, "stale");
            cached.get(0).getHeader().unsetFlag(Flags.AA);
            return cached;
        });
        FakeNameServer parent =
                start((query, asked) -> Replies.referral(query, "www.example.com. 60 IN NS ns.other.example."));

        assertThat(zone(cache, parent).lookup(NAME, RecordType.TXT).values())
                .containsExactly(
                        new Answer.Failed("answered without authority, so it is not one of the zone's servers", false),
                        new Answer.Failed("referred to the servers of 'www.example.com'", false));
    }

    @Test
    void tellsAnAliasAsSuchEvenWhereTheAnswerHoldsWhatItStandsFor() {
        FakeNameServer server = start((query, asked) -> Replies.answer(
                query, "www.example.com. 60 IN CNAME Target.Example.com.", "target.example.com. 60 IN TXT \"there\""));

        assertThat(only(zone(server).lookup(NAME, RecordType.TXT)))
                .isEqualTo(new Answer.Alias(DomainName.of("target.example.com")));
    }

    @Test
    void takesNamesInAnyCaseForTheSame() {
        FakeNameServer server = start((query, asked) -> Replies.answer(query, "WWW.Example.COM. 60 IN TXT \"Value\""));

        assertThat(only(zone(server).lookup(DomainName.of("wWw.eXample.com"), RecordType.TXT)))
                .isEqualTo(data(new Txt("Value")));
    }

    @Test
    void joinsTheChunksOfLongText() {
        String first = "a".repeat(255);
        FakeNameServer server = start((query, asked) ->
                Replies.answer(query, "www.example.com. 60 IN TXT \"" + first + "\" \"\\195\\188 \\\"end\\\"\""));

        assertThat(only(zone(server).lookup(NAME, RecordType.TXT))).isEqualTo(data(new Txt(first + "ü \"end\"")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A     | 192.0.2.1
            AAAA  | 2001:DB8:0:0::1
            MX    | 10 mail.example.com.
            NS    | ns1.example.com.
            SRV   | 1 2 5060 sip.example.com.
            CAA   | 128 issue "letsencrypt.org; validationmethods=dns-01"
            CNAME | other.example.com.
            """)
    void readsEveryTypeOfTheApi(String type, String text) {
        FakeNameServer server =
                start((query, asked) -> Replies.answer(query, "www.example.com. 60 IN " + type + " " + text));

        Answer answer = only(zone(server).lookup(NAME, RecordType.of(type)));

        assertThat(answer).isEqualTo(data(expected(type, text)));
    }

    @Test
    void keepsWhatItCannotReadOpaque() {
        FakeNameServer server = start((query, asked) -> Replies.answer(
                query, "www.example.com. 60 IN TXT \" padded\"", "www.example.com. 60 IN TXT \"\\255\""));

        assertThat(only(zone(server).lookup(NAME, RecordType.TXT)))
                .isEqualTo(data(
                        new Opaque(RecordType.TXT, "\" padded\"", null), new Opaque(RecordType.TXT, "\\255", null)));
    }

    @RepeatedTest(40)
    void givesAnAnswerWhateverBytesComeBack(RepetitionInfo repetition) {
        FakeNameServer server = start((query, asked) -> Replies.txt(query, "value"));
        Random random = new Random(repetition.getCurrentRepetition());
        server.garble(bytes -> {
            for (int i = 0; i < 3; i++) {
                // Behind the number, as what has another number is not even read.
                bytes[2 + random.nextInt(bytes.length - 2)] = (byte) random.nextInt();
            }
            return Arrays.copyOf(bytes, bytes.length - random.nextInt(4));
        });

        assertThat(zone(Duration.ofMillis(40), server).lookup(NAME, RecordType.TXT))
                .hasSize(1);
    }

    @Test
    void takesTheWordOfTheServersThatAnswerForAnAlias() {
        FakeNameServer alias =
                start((query, asked) -> Replies.answer(query, "www.example.com. 60 IN CNAME a.example.net."));
        FakeNameServer silent = start((query, asked) -> List.of());

        assertThat(zone(SHORT, alias, silent).alias(NAME)).contains(DomainName.of("a.example.net"));
    }

    @Test
    void knowsNoAliasWhereTheServersSayThereIsNone() {
        FakeNameServer empty = start((query, asked) -> Replies.nothing(query, Rcode.NOERROR, Replies.SOA));
        FakeNameServer unknown = start((query, asked) -> Replies.nothing(query, Rcode.NXDOMAIN, Replies.SOA));

        assertThat(zone(empty, unknown).alias(NAME)).isEmpty();
    }

    @Test
    void takesDisagreementAboutAnAliasForUnknown() {
        FakeNameServer alias =
                start((query, asked) -> Replies.answer(query, "www.example.com. 60 IN CNAME a.example.net."));
        FakeNameServer unknown = start((query, asked) -> Replies.nothing(query, Rcode.NXDOMAIN, Replies.SOA));

        assertThatThrownBy(() -> zone(alias, unknown).alias(NAME))
                .isInstanceOf(DnsLookupException.class)
                .hasMessageContaining("disagree")
                .hasMessageContaining("CNAME a.example.net")
                .hasMessageContaining("no such name");
    }

    @Test
    void takesSilenceAboutAnAliasForUnknown() {
        FakeNameServer failing = start((query, asked) -> Replies.rcode(query, Rcode.SERVFAIL));

        assertThatThrownBy(() -> zone(failing).alias(NAME))
                .isInstanceOf(DnsLookupException.class)
                .hasMessageContaining("SERVFAIL");
    }

    @Test
    void refusesNamesOfOtherZones() {
        AuthoritativeZone zone = zone(start((query, asked) -> List.of()));

        assertThatThrownBy(() -> zone.lookup(DomainName.of("www.example.net"), RecordType.TXT))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("'www.example.net' is not in the zone 'example.com'");
    }

    @Test
    void endsAtOnceWhenInterrupted() {
        AuthoritativeZone zone = zone(Duration.ofMinutes(1), start((query, asked) -> List.of()));

        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> zone.lookup(NAME, RecordType.TXT)).isInstanceOf(CancelledException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private FakeNameServer start(FakeNameServer.Script script) {
        FakeNameServer server = FakeNameServer.start(script);
        running.add(server);
        return server;
    }

    private static AuthoritativeZone zone(FakeNameServer... servers) {
        return zone(LIMIT, servers);
    }

    private static AuthoritativeZone zone(Duration limit, FakeNameServer... servers) {
        List<InetSocketAddress> addresses =
                Arrays.stream(servers).map(FakeNameServer::address).toList();
        return AuthoritativeDns.builder()
                .nameServers(addresses)
                .queryTimeout(limit)
                .build()
                .zone(ZONE);
    }

    private static Message ednsError(Message query, int rcode) {
        Message error = Replies.to(query);
        error.getHeader().setRcode(rcode & 0xf);
        if (rcode > 0xf) {
            error.addRecord(new OPTRecord(1232, rcode >> 4, 0), Section.ADDITIONAL);
        }
        return error;
    }

    private static Answer only(Map<NameServer, Answer> answers) {
        assertThat(answers).hasSize(1);
        return answers.values().iterator().next();
    }

    private static Answer data(RecordData... data) {
        return new Answer.Data(List.of(data));
    }

    private static RecordData expected(String type, String text) {
        return switch (type) {
            case "A" -> A.of(text);
            case "AAAA" -> Aaaa.of(text);
            case "MX" -> new Mx(10, DomainName.of("mail.example.com"));
            case "NS" -> new Ns(DomainName.of("ns1.example.com"));
            case "SRV" -> new Srv(1, 2, 5060, DomainName.of("sip.example.com"));
            case "CAA" -> new Caa(128, "issue", "letsencrypt.org; validationmethods=dns-01");
            default -> new Cname(DomainName.of("other.example.com"));
        };
    }
}
