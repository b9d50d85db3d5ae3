// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.state.SandboxZones;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

class NameServerTest {
    private final Sandbox sandbox =
            Sandbox.builder().zone("example.com").nameServers(2).withoutAcme().start();
    private final SandboxZones zones = sandbox.zones();
    private final Dig dig = Dig.at(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    private void add(String name, String type, String value) {
        zones.add("example.com", name, type, value);
    }

    private static void assertNegative(Message answer, int rcode) {
        assertThat(answer.getRcode()).isEqualTo(rcode);
        assertThat(answer.getSection(Section.ANSWER)).isEmpty();
        assertThat(answer.getSection(Section.AUTHORITY))
                .extracting(Record::getType)
                .containsExactly(Type.SOA);
    }

    @Test
    void apexHasSoaAndNameServersOfItsOwn() {
        assertThat(dig.values("example.com", "NS")).containsExactlyInAnyOrder("ns1.sandbox.test.", "ns2.sandbox.test.");
        assertThat(dig.values("example.com", "SOA")).singleElement().asString().startsWith("ns1.sandbox.test. ");
    }

    @Test
    void nameServersHaveAddresses() {
        assertThat(dig.values("ns2.sandbox.test", "A")).containsExactly("127.0.0.1");
    }

    @Test
    void answersAreAuthoritative() {
        add("x", "A", "192.0.2.1");

        Message answer = dig.ask("x.example.com", "A");

        assertThat(answer.getHeader().getFlag(Flags.AA)).isTrue();
        assertThat(answer.getHeader().getFlag(Flags.RA)).isFalse();
    }

    @Test
    void eachTypeIsServedWithItsValue() {
        add("a", "A", "192.0.2.1");
        add("b", "AAAA", "2001:0db8::1");
        add("c", "CNAME", "example.org");
        zones.add("example.com", "d", "MX", "mail.example.com", 60, 0);
        add("e", "NS", "ns.example.org.");
        zones.add("example.com", "f", "SRV", "10 5060 sip.example.com", 60, 5);
        add("g", "CAA", "0 issue \"letsencrypt.org; validationmethods=dns-01\"");

        assertThat(dig.values("a.example.com", "A")).containsExactly("192.0.2.1");
        assertThat(dig.values("b.example.com", "AAAA")).containsExactly("2001:db8:0:0:0:0:0:1");
        assertThat(dig.values("c.example.com", "CNAME")).containsExactly("example.org.");
        assertThat(dig.values("d.example.com", "MX")).containsExactly("0 mail.example.com.");
        assertThat(dig.values("f.example.com", "SRV")).containsExactly("5 10 5060 sip.example.com.");
        assertThat(dig.values("g.example.com", "CAA"))
                .containsExactly("0 issue \"letsencrypt.org; validationmethods=dns-01\"");
    }

    @Test
    void recordsOfOneSetAreAnsweredTogetherWithTheSmallestTtl() {
        zones.add("example.com", "x", "A", "192.0.2.1", 300, null);
        zones.add("example.com", "x.example.com", "A", "192.0.2.2", 60, null);

        Message answer = dig.ask("x.example.com", "A");

        assertThat(answer.getSection(Section.ANSWER)).extracting(Record::getTTL).containsExactly(60L, 60L);
    }

    @Test
    void exactDuplicatesAreAnsweredOnce() {
        add("x", "TXT", "a");
        add("x", "TXT", "a");

        assertThat(dig.values("x.example.com", "TXT")).containsExactly("a");
    }

    @Test
    void unknownNameIsNxdomainWithTheSoa() {
        assertNegative(dig.ask("nothing.example.com", "A"), Rcode.NXDOMAIN);
    }

    @Test
    void negativeAnswerIsToBeKeptNoLongerThanTheSoaSays() {
        SOARecord soa = (SOARecord) dig.ask("nothing.example.com", "A")
                .getSection(Section.AUTHORITY)
                .get(0);

        assertThat(soa.getTTL()).isEqualTo(soa.getMinimum());
    }

    @Test
    void nameWithOtherTypesOnlyIsEmptyWithTheSoa() {
        add("x", "A", "192.0.2.1");

        assertNegative(dig.ask("x.example.com", "TXT"), Rcode.NOERROR);
    }

    @Test
    void nameAboveOthersExists() {
        add("a.b.c", "A", "192.0.2.1");

        assertNegative(dig.ask("b.c.example.com", "A"), Rcode.NOERROR);
        assertNegative(dig.ask("z.c.example.com", "A"), Rcode.NXDOMAIN);
    }

    @Test
    void nameOfNoZoneIsRefused() {
        assertThat(dig.ask("example.org", "A").getRcode()).isEqualTo(Rcode.REFUSED);
    }

    @Test
    void caseOfTheQuestionDoesNotMatterAndComesBack() {
        add("x", "TXT", "a");

        Message answer = dig.ask("X.eXample.COM", "TXT");

        assertThat(answer.getSection(Section.ANSWER)).hasSize(1);
        assertThat(answer.getQuestion().getName()).hasToString("X.eXample.COM.");
    }

    @Test
    void wildcardAnswersForNamesThatDoNotExist() {
        add("*.w", "A", "192.0.2.1");

        Message answer = dig.ask("any.thing.w.example.com", "A");

        assertThat(answer.getSection(Section.ANSWER))
                .singleElement()
                .extracting(Record::getName)
                .hasToString("any.thing.w.example.com.");
        assertNegative(dig.ask("any.w.example.com", "TXT"), Rcode.NOERROR);
    }

    @Test
    void wildcardDoesNotReachBelowANameThatExists() {
        add("*", "A", "192.0.2.1");
        add("x", "A", "192.0.2.2");

        assertNegative(dig.ask("y.x.example.com", "A"), Rcode.NXDOMAIN);
    }

    @Test
    void aliasIsFollowedWithinItsZone() {
        zones.create("example.org");
        zones.add("example.org", "d", "TXT", "not asked for here");
        add("a", "CNAME", "b.example.com");
        add("b", "CNAME", "c.example.com");
        add("c", "TXT", "found");
        add("out", "CNAME", "d.example.org");

        assertThat(dig.values("a.example.com", "TXT")).containsExactly("b.example.com.", "c.example.com.", "found");
        assertThat(dig.values("out.example.com", "TXT")).containsExactly("d.example.org.");
    }

    @Test
    void aliasOutOfOurZonesIsAnsweredAlone() {
        add("a", "CNAME", "www.example.net");

        Message answer = dig.ask("a.example.com", "A");

        assertThat(answer.getRcode()).isEqualTo(Rcode.NOERROR);
        assertThat(answer.getSection(Section.ANSWER)).hasSize(1);
    }

    @Test
    void aliasToNothingIsNxdomain() {
        add("a", "CNAME", "nothing.example.com");

        Message answer = dig.ask("a.example.com", "A");

        assertThat(answer.getRcode()).isEqualTo(Rcode.NXDOMAIN);
        assertThat(answer.getSection(Section.ANSWER)).hasSize(1);
    }

    @Test
    void circleOfAliasesEnds() {
        add("a", "CNAME", "b.example.com");
        add("b", "CNAME", "a.example.com");

        assertThat(dig.values("a.example.com", "A")).containsExactly("b.example.com.", "a.example.com.");
    }

    @Test
    void delegatedNamesAreReferred() {
        add("sub", "NS", "ns.sub.example.com");
        add("ns.sub", "A", "192.0.2.53");

        Message answer = dig.ask("www.sub.example.com", "A");

        assertThat(answer.getHeader().getFlag(Flags.AA)).isFalse();
        assertThat(answer.getSection(Section.ANSWER)).isEmpty();
        assertThat(answer.getSection(Section.AUTHORITY))
                .extracting(Record::rdataToString)
                .containsExactly("ns.sub.example.com.");
        assertThat(answer.getSection(Section.ADDITIONAL))
                .extracting(Record::rdataToString)
                .contains("192.0.2.53");
    }

    @Test
    void zoneOfItsOwnIsAnsweredFromThere() {
        zones.create("sub.example.com");
        zones.add("sub.example.com", "x", "TXT", "inner");

        assertThat(dig.values("x.sub.example.com", "TXT")).containsExactly("inner");
    }

    @Test
    void anyShowsAllTypes() {
        add("x", "A", "192.0.2.1");
        add("x", "TXT", "a");

        assertThat(dig.values("x.example.com", "ANY")).containsExactlyInAnyOrder("192.0.2.1", "a");
    }

    @Test
    void whatCannotBeSaidInTheDnsIsLeftOut() {
        add("x", "WEIRD", "whatever");
        add("x", "A", "not an address");
        add("x", "MX", "no.priority.example.com");
        add("x", "PTR", "host.example.com.");

        assertThat(dig.values("x.example.com", "ANY")).containsExactly("host.example.com.");
    }

    @Test
    void deletedZoneIsRefused() {
        zones.delete("example.com");

        assertThat(dig.ask("example.com", "SOA").getRcode()).isEqualTo(Rcode.REFUSED);
    }

    @Test
    void serialGrowsWithEachChange() {
        long before = soa().getSerial();

        add("x", "A", "192.0.2.1");

        assertThat(soa().getSerial()).isGreaterThan(before);
    }

    private SOARecord soa() {
        return (SOARecord)
                dig.ask("example.com", "SOA").getSection(Section.ANSWER).get(0);
    }

    @Test
    void heardQueriesAreKept() {
        dig.ask("x.example.com", "TXT");

        assertThat(sandbox.dns().server(1).queries())
                .extracting(DnsQuery::name, DnsQuery::type, DnsQuery::tcp)
                .containsExactly(tuple("x.example.com", "TXT", false));
    }
}
