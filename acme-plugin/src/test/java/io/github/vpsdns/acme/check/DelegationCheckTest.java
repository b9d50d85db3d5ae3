// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.vpsdns.core.dns.FakeTree;
import io.github.vpsdns.core.name.DomainName;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the zone above delegates to, against what the zone and the vendor say. */
class DelegationCheckTest {
    private static final DomainName ZONE = DomainName.of("example.com");

    private final FakeTree tree = new FakeTree();

    @AfterEach
    void stop() {
        tree.close();
    }

    @Test
    void isContentWhereAllAgree() {
        tree.delegate("ns1.example.net", "ns2.example.net");

        assertThat(look())
                .extracting(Finding::severity, Finding::message)
                .containsExactly(
                        tuple(Severity.OK, "public DNS leads to ns1.example.net, ns2.example.net"),
                        tuple(Severity.OK, "all 2 addresses answer for the zone"),
                        tuple(Severity.OK, "the zone's serial is 1"));
    }

    @Test
    void findsAZoneThatNobodyDelegates() {
        Finding finding = only(Severity.PROBLEM);

        assertThat(finding.kind()).isEqualTo(Kind.DELEGATION);
        assertThat(finding.passing()).isFalse();
        assertThat(finding.message()).startsWith("public DNS does not lead to this zone");
        assertThat(finding.advice()).startsWith("set the name servers of example.com at its registrar");
    }

    @Test
    void findsADelegationToSomebodyElse() {
        tree.delegate("ns1.example.net", "ns2.example.net");

        Finding finding = only(Severity.PROBLEM, "ns1.vps.org", "ns2.vps.org");

        assertThat(finding.message())
                .isEqualTo(
                        "public DNS leads to ns1.example.net, ns2.example.net and not to ns1.vps.org, ns2.vps.org, so"
                                + " what the API writes is not what is asked for");
    }

    @Test
    void isContentWithADelegationToOneServerOfTheHome() {
        tree.delegate("ns1.example.net").serve(1, 1, "ns1.example.net");

        assertThat(look("ns1.example.net", "ns2.example.net"))
                .extracting(Finding::severity)
                .containsOnly(Severity.OK);
    }

    @Test
    void warnsWhereTheZoneNamesOtherServersThanTheOneAbove() {
        tree.delegate("ns1.example.net");

        assertThat(only(Severity.WARNING).message())
                .isEqualTo("the zone names ns1.example.net, ns2.example.net for its servers, public DNS leads to"
                        + " ns1.example.net");
    }

    @Test
    void findsAServerThatAnswersWithoutAuthority() {
        tree.delegate("ns1.example.net", "ns2.example.net").lame(2);

        Finding finding = only(Severity.PROBLEM);

        assertThat(finding.kind()).isEqualTo(Kind.NAME_SERVERS);
        assertThat(finding.message()).startsWith("ns2.example.net (127.0.0.3").contains("answered without authority");
    }

    @Test
    void warnsOfDifferentSerials() {
        tree.delegate("ns1.example.net", "ns2.example.net").serve(2, 7, "ns1.example.net", "ns2.example.net");

        Finding finding = only(Severity.WARNING);

        assertThat(finding.kind()).isEqualTo(Kind.SERIALS);
        assertThat(finding.message()).contains("has serial 1", "has serial 7");
    }

    @Test
    void takesTheResolversWordWhereTheServersAboveServeTheZoneToo() {
        tree.parentServesZone("ns1.example.net", "ns2.example.net");

        assertThat(look()).extracting(Finding::severity).containsOnly(Severity.OK);
    }

    @Test
    void isWorthTryingAgainWhereTheResolverFails() {
        tree.deafResolver();

        assertThat(only(Severity.PROBLEM).passing()).isTrue();
    }

    private Finding only(Severity severity, String... home) {
        List<Finding> found =
                look(home).stream().filter(one -> one.severity() == severity).toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private List<Finding> look(String... home) {
        Set<DomainName> known = Stream.of(home).map(DomainName::of).collect(Collectors.toSet());
        Findings findings = new Findings(finding -> {});
        new DelegationCheck(tree.dns(), false, known).run(ZONE, findings);
        return findings.report().findings();
    }
}
