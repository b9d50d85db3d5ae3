// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.caa;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.acme.testing.World;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.Caa;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.dns.Behaviour;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CaaCheckTest {
    private static final List<String> CA = List.of("ca.example");
    private static final URI ACCOUNT = URI.create("https://ca.example/acct/1");

    private World world;

    @BeforeEach
    void start() {
        world = World.of(Sandbox.builder()
                .zone("example.com", "sub.example.com", "example.net")
                .nameServers(2));
    }

    @AfterEach
    void stop() {
        assertThat(world.calls()).as("calls to the API").isZero();
        world.close();
    }

    private void caa(String zone, String name, String value) {
        world.sandbox.zones().add(zone, name, "CAA", value);
    }

    private CaaVerdict check(String name) {
        return CaaCheck.of(world.dns).check(DomainName.of(name), CA, ACCOUNT, "dns-01");
    }

    private static void allowedBy(CaaVerdict verdict, String at) {
        assertThat(verdict).isEqualTo(new CaaVerdict.Allowed(Optional.of(DomainName.of(at))));
    }

    private static void forbiddenAt(CaaVerdict verdict, String at) {
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        CaaVerdict.Forbidden.class,
                        forbidden -> assertThat(forbidden.at()).isEqualTo(DomainName.of(at)));
    }

    @Test
    void goesByTheNearestRecordsOnly() {
        caa("example.com", "@", "0 issue \";\"");
        caa("example.com", "www", "0 issue \"ca.example\"");

        allowedBy(check("www.example.com"), "www.example.com");
        allowedBy(check("a.b.www.example.com"), "www.example.com");
        forbiddenAt(check("other.example.com"), "example.com");
        forbiddenAt(check("*.example.com"), "example.com");
    }

    @Test
    void climbsOutOfAZoneIntoTheOneAbove() {
        caa("example.com", "@", "0 issue \";\"");

        forbiddenAt(check("www.sub.example.com"), "example.com");
    }

    @Test
    void readsTheRecordsThatAnAliasLeadsTo() {
        world.sandbox.zones().add("example.com", "www", "CNAME", "cdn.example.net");
        world.sandbox.zones().add("example.net", "cdn", "CNAME", "real.example.net");
        caa("example.net", "real", "0 issue \"other.example\"");
        caa("example.com", "@", "0 issue \"ca.example\"");

        forbiddenAt(check("www.example.com"), "www.example.com");
    }

    @Test
    void climbsFromTheNameAndNotFromWhatItIsAnAliasOf() {
        world.sandbox.zones().add("example.com", "www", "CNAME", "cdn.example.net");
        caa("example.net", "@", "0 issue \";\"");
        caa("example.com", "@", "0 issue \"ca.example\"");

        allowedBy(check("www.example.com"), "example.com");
    }

    @Test
    void doesNotKnowWhatNobodyTellsOfNamesAbove() {
        assertThat(check("www.example.com")).isInstanceOf(CaaVerdict.Unknown.class);
    }

    @Test
    void doesNotKnowWhereNoServerAnswers() {
        caa("example.com", "@", "0 issue \";\"");
        world.sandbox.dns().server(1).behave(Behaviour.SERVFAIL);
        world.sandbox.dns().server(2).behave(Behaviour.SERVFAIL);

        assertThat(check("example.com")).isInstanceOf(CaaVerdict.Unknown.class);
    }

    @Test
    void goesByTheServerThatAnswers() {
        caa("example.com", "@", "0 issue \";\"");
        world.sandbox.dns().server(2).behave(Behaviour.SILENT);

        forbiddenAt(check("example.com"), "example.com");
    }

    @Test
    void doesNotKnowWhileServersDisagree() {
        world.sandbox.dns().server(2).lag(Duration.ofMinutes(5));
        caa("example.com", "@", "0 issue \";\"");

        assertThat(check("example.com"))
                .isInstanceOfSatisfying(
                        CaaVerdict.Unknown.class,
                        unknown -> assertThat(unknown.reason()).contains("disagree"));
    }

    @Test
    void doesNotKnowWhereAliasesDoNotEnd() {
        world.sandbox.zones().add("example.com", "a", "CNAME", "b.example.com");
        world.sandbox.zones().add("example.com", "b", "CNAME", "a.example.com");

        assertThat(check("a.example.com")).isInstanceOf(CaaVerdict.Unknown.class);
    }

    @Test
    void asksNothingForACaThatDoesNotSayWhoItIs() {
        assertThat(CaaCheck.of(world.dns).check(DomainName.of("example.com"), List.of(), ACCOUNT, "dns-01"))
                .isInstanceOf(CaaVerdict.Unknown.class);
        assertThat(world.sandbox.dns().server(1).queries()).isEmpty();
    }

    @Test
    void asksForNamesAboveOnce() {
        caa("example.com", "@", "0 issue \"ca.example\"");

        Map<DomainName, CaaVerdict> verdicts = CaaCheck.of(world.dns)
                .check(
                        List.of(
                                DomainName.of("a.x.example.com"),
                                DomainName.of("*.a.x.example.com"),
                                DomainName.of("b.x.example.com"),
                                DomainName.of("example.com")),
                        CA,
                        ACCOUNT,
                        "dns-01");

        assertThat(verdicts.values()).hasSize(4).allSatisfy(verdict -> allowedBy(verdict, "example.com"));
        assertThat(world.sandbox.dns().server(1).queries().stream()
                        .filter(query -> query.type().equals("CAA"))
                        .map(query -> query.name().toString()))
                .containsExactlyInAnyOrder("a.x.example.com", "b.x.example.com", "x.example.com", "example.com");
    }

    @Test
    void findsTheRecordsThatDecide() {
        caa("example.com", "@", "128 issue \"ca.example; validationmethods=dns-01\"");

        RelevantCaa relevant = CaaCheck.of(world.dns)
                .relevant(DomainName.of("*.www.example.com"))
                .orElseThrow();

        assertThat(relevant.at()).isEqualTo(DomainName.of("example.com"));
        assertThat(relevant.records()).containsExactly(new Caa(128, "issue", "ca.example; validationmethods=dns-01"));
    }
}
