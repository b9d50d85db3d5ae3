// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.name.DomainName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Rcode;

class ZoneContainingTest {
    private static final DomainName NAME = DomainName.of("_acme-challenge.www.example.com");

    private final List<FakeNameServer> running = new ArrayList<>();
    private final FakeInternet internet = new FakeInternet(
            "example.com. 60 IN SOA ns.example.net. host.example.com. 1 3600 600 86400 60",
            "example.com. 60 IN NS ns.example.net.",
            "ns.example.net. 60 IN A 127.0.0.1",
            "ns.sub.example.net. 60 IN A 127.0.0.2",
            "www.example.com. 60 IN A 192.0.2.1");
    private final FakeNameServer resolver = start("127.0.0.1", 0, internet);
    private final FakeNameServer server =
            start("127.0.0.1", 0, (query, asked) -> Replies.nothing(query, Rcode.NXDOMAIN, Replies.SOA));

    @AfterEach
    void stop() {
        running.forEach(FakeNameServer::close);
    }

    @Test
    void walksUpToTheZone() {
        AuthoritativeZone zone = dns().zoneContaining(NAME);

        assertThat(zone.apex()).isEqualTo(DomainName.of("example.com"));
        assertThat(zone.servers()).extracting(NameServer::host).containsExactly("ns.example.net");
    }

    @Test
    void neverAsksTheResolverForANameWithAChallengeLabel() {
        dns().zoneContaining(DomainName.of("one._acme-challenge.deep.www.example.com"));

        assertThat(resolver.asked())
                .extracting(FakeNameServer.Asked::name)
                .contains("deep.www.example.com", "www.example.com", "example.com")
                .noneMatch(name -> name.contains("_"));
    }

    @Test
    void passesOverAliasesOnTheWay() {
        internet.add("cdn.example.com. 60 IN CNAME example.com.");

        assertThat(dns().zoneContaining(DomainName.of("_acme-challenge.cdn.example.com"))
                        .apex())
                .isEqualTo(DomainName.of("example.com"));
    }

    @Test
    void followsTheDelegationThatTheZonesServersTellOf() {
        server.behave((query, asked) ->
                Replies.referral(query, "_acme-challenge.www.example.com. 60 IN NS ns.sub.example.net."));
        FakeNameServer below = start(
                "127.0.0.2",
                server.address().getPort(),
                (query, asked) -> Replies.nothing(query, Rcode.NOERROR, Replies.SOA));

        AuthoritativeZone zone = dns().zoneContaining(NAME);

        assertThat(zone.apex()).isEqualTo(NAME);
        assertThat(zone.servers()).extracting(NameServer::address).containsExactly(below.address());
        assertThat(resolver.asked()).extracting(FakeNameServer.Asked::name).noneMatch(name -> name.contains("_"));
    }

    @Test
    void findsTheZoneWhoseApexTheNameIs() {
        internet.add("net. 60 IN SOA a.example.net. host.example.net. 1 3600 600 86400 60");
        internet.add("net. 60 IN NS ns.example.net.");
        server.behave((query, asked) -> Replies.referral(query, "target.net. 60 IN NS ns.sub.example.net."));
        start(
                "127.0.0.2",
                server.address().getPort(),
                (query, asked) -> Replies.answer(
                        query, "target.net. 60 IN SOA ns.sub.example.net. h.target.net. 1 3600 600 86400 60"));

        assertThat(dns().zoneContaining(DomainName.of("target.net")).apex()).isEqualTo(DomainName.of("target.net"));
    }

    @Test
    void doesNotFollowReferralsUpwards() {
        server.behave((query, asked) -> Replies.referral(query, "com. 60 IN NS ns.sub.example.net."));

        assertThat(dns().zoneContaining(NAME).apex()).isEqualTo(DomainName.of("example.com"));
    }

    @Test
    void givesUpWhereNoNameAboveIsAZone() {
        assertThatThrownBy(() -> dns().zoneContaining(DomainName.of("_acme-challenge.www.example.org")))
                .isInstanceOf(NameServersNotFoundException.class)
                .hasMessageContaining("'_acme-challenge.www.example.org'")
                .hasMessageContaining("no name above it is a zone");
    }

    @Test
    void doesNotTakeAFailingResolversWordForAbsence() {
        resolver.behave((query, asked) -> asked.name().equals("www.example.com")
                ? Replies.rcode(query, Rcode.SERVFAIL)
                : internet.answer(query, asked));

        assertThatThrownBy(() -> dns().zoneContaining(NAME))
                .isInstanceOf(NameServersNotFoundException.class)
                .hasMessageContaining("for SOA of 'www.example.com', got SERVFAIL");
    }

    @Test
    void asksServersGivenOutrightForTheZoneTheySpeakFor() {
        AuthoritativeZone zone = given().zoneContaining(NAME);

        assertThat(zone.apex()).isEqualTo(DomainName.of("example.com"));
        assertThat(resolver.asked()).isEmpty();
    }

    @Test
    void looksAboveAnAliasAtServersGivenOutright() {
        server.behave((query, asked) -> asked.name().startsWith("_")
                ? Replies.answer(query, "_acme-challenge.www.example.com. 60 IN CNAME elsewhere.example.org.")
                : Replies.nothing(query, Rcode.NXDOMAIN, Replies.SOA));

        assertThat(given().zoneContaining(NAME).apex()).isEqualTo(DomainName.of("example.com"));
    }

    @Test
    void saysSoWhereServersGivenOutrightDoNotServeTheName() {
        server.behave((query, asked) -> Replies.rcode(query, Rcode.REFUSED));

        assertThatThrownBy(() -> given().zoneContaining(NAME))
                .isInstanceOf(NameServersNotFoundException.class)
                .hasMessageContaining("REFUSED");
    }

    @Test
    void endsAtOnceWhenInterrupted() {
        resolver.behave((query, asked) -> List.of());

        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> dns().zoneContaining(NAME)).isInstanceOf(CancelledException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private AuthoritativeDns dns() {
        return AuthoritativeDns.builder()
                .resolver(resolver.address())
                .nameServerPort(server.address().getPort())
                .queryTimeout(Duration.ofSeconds(10))
                .build();
    }

    private AuthoritativeDns given() {
        return AuthoritativeDns.builder()
                .resolver(resolver.address())
                .nameServers(List.of(server.address()))
                .build();
    }

    private FakeNameServer start(String ip, int port, FakeNameServer.Script script) {
        FakeNameServer started = FakeNameServer.start(ip, port, script);
        running.add(started);
        return started;
    }
}
