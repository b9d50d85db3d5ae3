// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.dns.internal.Resolver;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.testing.ManualTime;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;

class ServerDiscoveryTest {
    private static final DomainName ZONE = DomainName.of("example.com");
    private static final String[] DELEGATION = {
        "example.com. 60 IN NS ns2.example.net.",
        "example.com. 60 IN NS NS1.example.net.",
        "ns1.example.net. 60 IN A 127.0.0.1",
        "ns1.example.net. 60 IN AAAA ::1",
        "ns2.example.net. 60 IN A 127.0.0.2",
        "ns2.example.net. 60 IN A 127.0.0.3",
    };

    private final ManualTime time = new ManualTime();
    private final List<FakeNameServer> running = new ArrayList<>();

    @AfterEach
    void stop() {
        running.forEach(FakeNameServer::close);
    }

    @Test
    void findsAllAddressesOfAllServersAtTheResolver() {
        FakeNameServer resolver = start(new FakeInternet(DELEGATION));

        assertThat(dns(resolver).zone(ZONE).servers())
                .extracting(NameServer::toString)
                .containsExactlyInAnyOrder(
                        "ns1.example.net (127.0.0.1)",
                        "ns1.example.net (::1)",
                        "ns2.example.net (127.0.0.2)",
                        "ns2.example.net (127.0.0.3)");
    }

    @Test
    void asksTheResolverRecursivelyAndOnlyAboutTheZoneAndItsServers() {
        FakeNameServer resolver =
                start(new FakeInternet("example.com. 60 IN NS ns.example.net.", "ns.example.net. 60 IN A 127.0.0.1"));
        FakeNameServer server = start((query, asked) -> Replies.txt(query, "here"));
        AuthoritativeZone zone = builder(resolver)
                .nameServerPort(server.address().getPort())
                .build()
                .zone(ZONE);

        zone.lookup(DomainName.of("_acme-challenge.www.example.com"), RecordType.TXT);

        assertThat(server.asked("_acme-challenge.www.example.com")).isEqualTo(1);
        assertThat(resolver.asked())
                .allMatch(FakeNameServer.Asked::recursive)
                .extracting(asked -> asked.type() + " " + asked.name())
                .containsExactlyInAnyOrder("NS example.com", "A ns.example.net", "AAAA ns.example.net");
    }

    @Test
    void leavesOutAddressesToWhichThereIsNoRoute() throws Exception {
        FakeNameServer resolver = start(new FakeInternet(DELEGATION));
        Resolver client = new Resolver(() -> List.of(resolver.address()), Duration.ofSeconds(1));
        ServerFinder finder = new ServerFinder(client, 53, address -> !(address.getAddress() instanceof Inet6Address));

        assertThat(finder.ofZone(ZONE))
                .hasSize(3)
                .noneMatch(server -> server.toString().contains("::"));
    }

    @Test
    void saysSoWhereThereIsNoRouteToAnyServer() {
        FakeNameServer resolver = start(new FakeInternet(DELEGATION));
        Resolver client = new Resolver(() -> List.of(resolver.address()), Duration.ofSeconds(1));
        ServerFinder finder = new ServerFinder(client, 53, address -> false);

        assertThatThrownBy(() -> finder.ofZone(ZONE))
                .isInstanceOf(NameServersNotFoundException.class)
                .hasMessageContaining("no route to any of")
                .hasMessageContaining("ns2.example.net (127.0.0.3)");
    }

    @Test
    void tellsWhatWasAskedOfWhomAndWhatCameForAZoneThatDoesNotExist() {
        FakeNameServer resolver = start(new FakeInternet());

        assertThatThrownBy(() -> dns(resolver).zone(ZONE))
                .isInstanceOf(NameServersNotFoundException.class)
                .hasMessage("the name servers for 'example.com' cannot be found: asked 127.0.0.1:"
                        + resolver.address().getPort() + " for NS of 'example.com', got NXDOMAIN and no name server")
                .matches(e -> !((NameServersNotFoundException) e).isTransient(), "not transient");
    }

    @Test
    void takesAFailingResolverForAnOutage() {
        FakeNameServer resolver = start((query, asked) -> Replies.rcode(query, Rcode.SERVFAIL));

        assertThatThrownBy(() -> dns(resolver).zone(ZONE))
                .isInstanceOf(NameServersNotFoundException.class)
                .hasMessageContaining("got SERVFAIL")
                .matches(e -> ((NameServersNotFoundException) e).isTransient(), "transient");
    }

    @Test
    void takesASilentResolverForAnOutage() {
        FakeNameServer resolver = start((query, asked) -> List.of());

        AuthoritativeDns dns =
                builder(resolver).queryTimeout(Duration.ofMillis(200)).build();

        assertThatThrownBy(() -> dns.zone(ZONE))
                .isInstanceOf(NameServersNotFoundException.class)
                .hasMessageContaining("no answer within 200 ms");
    }

    @Test
    void doesNotBelieveAServerThatIsNoResolver() {
        FakeNameServer lame = start((query, asked) -> Replies.referral(query, "com. 60 IN NS a.gtld.example."));

        assertThatThrownBy(() -> dns(lame).zone(ZONE))
                .isInstanceOf(NameServersNotFoundException.class)
                .hasMessageContaining("an answer without recursion");
    }

    @Test
    void saysSoWhereNoServerHasAnAddress() {
        FakeNameServer resolver = start(new FakeInternet("example.com. 60 IN NS ns.example.net."));

        assertThatThrownBy(() -> dns(resolver).zone(ZONE))
                .isInstanceOf(NameServersNotFoundException.class)
                .hasMessageContaining("no server has an address")
                .hasMessageContaining("for A of 'ns.example.net', got NXDOMAIN");
    }

    @Test
    void asksTheNextResolverWhereOneFails() throws Exception {
        FakeNameServer refusing = start((query, asked) -> Replies.rcode(query, Rcode.REFUSED));
        FakeNameServer silent = start((query, asked) -> List.of());
        FakeNameServer good = start(new FakeInternet(DELEGATION));
        Resolver client = new Resolver(
                () -> List.of(refusing.address(), silent.address(), good.address()), Duration.ofMillis(300));

        assertThat(new ServerFinder(client, 53, address -> true).ofZone(ZONE)).hasSize(4);
    }

    @Test
    void remembersServersForTenMinutes() {
        FakeNameServer resolver = start(new FakeInternet(DELEGATION));
        AuthoritativeDns dns = dns(resolver);

        dns.zone(ZONE);
        time.advance(Duration.ofMinutes(10));
        dns.zone(ZONE);
        assertThat(resolver.asked("example.com")).isEqualTo(1);

        time.advance(Duration.ofMillis(1));
        dns.zone(ZONE);
        assertThat(resolver.asked("example.com")).isEqualTo(2);
    }

    @Test
    void goesOnWithTheServersItKnowsDuringAnOutageOfTheResolver() {
        FakeNameServer resolver = start(new FakeInternet(DELEGATION));
        AuthoritativeDns dns = dns(resolver);
        List<NameServer> known = dns.zone(ZONE).servers();

        resolver.behave((query, asked) -> Replies.rcode(query, Rcode.SERVFAIL));
        time.advance(Duration.ofHours(1));

        assertThat(dns.zone(ZONE).servers()).isEqualTo(known);
    }

    @Test
    void forgetsServersOfAZoneThatIsGone() {
        FakeNameServer resolver = start(new FakeInternet(DELEGATION));
        AuthoritativeDns dns = dns(resolver);
        dns.zone(ZONE);

        resolver.behave(new FakeInternet());
        time.advance(Duration.ofHours(1));

        assertThatThrownBy(() -> dns.zone(ZONE)).isInstanceOf(NameServersNotFoundException.class);
    }

    @Test
    void asksNoResolverWhereServersAreGivenOutright() {
        FakeNameServer resolver = start(new FakeInternet(DELEGATION));
        InetSocketAddress given = new InetSocketAddress(InetAddress.getLoopbackAddress(), 5353);

        AuthoritativeZone zone =
                builder(resolver).nameServers(List.of(given, given)).build().zone(ZONE);

        assertThat(zone).hasToString("example.com at [localhost (127.0.0.1:5353)]");
        assertThat(resolver.asked()).isEmpty();
    }

    @Test
    void refusesServersWithoutAddress() {
        InetSocketAddress unresolved = InetSocketAddress.createUnresolved("ns.example.net", 53);

        assertThatThrownBy(() -> AuthoritativeDns.builder().nameServers(List.of(unresolved)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("the name server 'ns.example.net' has no address");
        assertThatThrownBy(() -> AuthoritativeDns.builder().resolver(unresolved))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("the resolver 'ns.example.net' has no address");
    }

    @Test
    void refusesATimeLimitOfNothing() {
        assertThatThrownBy(() -> AuthoritativeDns.builder().queryTimeout(Duration.ZERO))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void endsAtOnceWhenInterrupted() {
        AuthoritativeDns dns = dns(start((query, asked) -> List.of()));

        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> dns.zone(ZONE)).isInstanceOf(CancelledException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void understandsAnAuthoritativeServerInTheResolversPlace() {
        FakeInternet records = new FakeInternet(DELEGATION);
        FakeNameServer server = start((query, asked) -> {
            Message reply = records.answer(query, asked).get(0);
            reply.getHeader().unsetFlag(Flags.RA);
            reply.getHeader().setFlag(Flags.AA);
            return List.of(reply);
        });

        assertThat(dns(server).zone(ZONE).servers()).hasSize(4);
    }

    private FakeNameServer start(FakeNameServer.Script script) {
        FakeNameServer server = FakeNameServer.start(script);
        running.add(server);
        return server;
    }

    private AuthoritativeDns dns(FakeNameServer resolver) {
        return builder(resolver).build();
    }

    private AuthoritativeDns.Builder builder(FakeNameServer resolver) {
        return AuthoritativeDns.builder()
                .resolver(resolver.address())
                .queryTimeout(Duration.ofSeconds(10))
                .timekeeper(time);
    }
}
