// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.whoami;

import static io.github.vpsdns.ddns.source.whoami.FakeWhoami.CH;
import static io.github.vpsdns.ddns.source.whoami.FakeWhoami.IN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.ddns.source.SourceException;
import io.github.vpsdns.ddns.source.SourceSpec;
import io.github.vpsdns.ddns.source.WhoamiProvider;
import io.github.vpsdns.ddns.source.whoami.FakeWhoami.Answer;
import io.github.vpsdns.ddns.source.whoami.FakeWhoami.Value;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhoamiSourceTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final InetAddress FOUR = Family.IPV4.parse("127.0.0.1");
    private static final InetAddress SIX = Family.IPV6.parse("::1");
    private static final InetAddress MINE = Family.IPV4.parse("192.0.2.1");
    private static final InetAddress MINE_TOO = Family.IPV6.parse("2001:db8::1");

    private final List<FakeWhoami> servers = new ArrayList<>();

    @AfterEach
    void stop() {
        servers.forEach(FakeWhoami::close);
    }

    @Test
    void asksCloudflareForTextOfChaosnet() {
        FakeWhoami server = start(asked -> Answer.of(Value.text(CH, "192.0.2.1")));

        assertThat(read(WhoamiProvider.CLOUDFLARE, Family.IPV4, server)).containsExactly(MINE);
        assertThat(server.asked())
                .containsExactly(new FakeWhoami.Asked("whoami.cloudflare", FakeWhoami.TXT, CH, false, FOUR));
    }

    @Test
    void asksGoogleForTextAndPassesOverTheNetworkOfAResolver() {
        FakeWhoami server = start(asked ->
                Answer.ofOwn(Value.text(IN, "edns0-client-subnet 198.51.100.0/24"), Value.text(IN, "192.0.2.1")));

        assertThat(read(WhoamiProvider.GOOGLE, Family.IPV4, server)).containsExactly(MINE);
        assertThat(server.asked())
                .containsExactly(new FakeWhoami.Asked("o-o.myaddr.l.google.com", FakeWhoami.TXT, IN, false, FOUR));
    }

    @Test
    void doesNotTakeTheAddressOfAResolverOnTheWayToGoogleForItsOwn() {
        FakeWhoami resolver = start(asked -> Answer.of(Value.text(IN, "198.51.100.53")));

        assertThatThrownBy(() -> read(WhoamiProvider.GOOGLE, Family.IPV4, resolver))
                .isInstanceOf(SourceException.class)
                .hasMessageEndingWith("got the answer of somebody in its place");
    }

    @Test
    void asksOpenDnsForAnAddress() {
        FakeWhoami server = start(asked -> Answer.of(Value.address(MINE)));

        assertThat(read(WhoamiProvider.OPENDNS, Family.IPV4, server)).containsExactly(MINE);
        assertThat(server.asked())
                .containsExactly(new FakeWhoami.Asked("myip.opendns.com", FakeWhoami.A, IN, false, FOUR));
    }

    @Test
    void asksOpenDnsForAnIpv6AddressOverIpv6() {
        FakeWhoami server = start(SIX, asked -> Answer.of(Value.address(MINE_TOO)));

        assertThat(read(WhoamiProvider.OPENDNS, Family.IPV6, server)).containsExactly(MINE_TOO);
        assertThat(server.asked())
                .containsExactly(new FakeWhoami.Asked("myip.opendns.com", FakeWhoami.AAAA, IN, false, SIX));
    }

    @Test
    void asksByTcpWhereTheAnswerDidNotFit() {
        FakeWhoami server = start(asked -> new Answer(0, !asked.overTcp(), List.of(Value.text(CH, "192.0.2.1"))));

        assertThat(read(WhoamiProvider.CLOUDFLARE, Family.IPV4, server)).containsExactly(MINE);
        assertThat(server.asked()).extracting(FakeWhoami.Asked::overTcp).containsExactly(false, true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.0.2.01",
                "192.0.2.1.",
                "192.0.2.1 ",
                "192.0.2.1\0",
                "your address is 192.0.2.1",
                "::ffff:192.0.2.1",
                "fe80::1%2",
                "",
                "[2001:db8::1]",
                "192.0.2.0/24"
            })
    void believesNoTextThatIsNotExactlyAnAddress(String text) {
        FakeWhoami server = start(asked -> Answer.of(Value.text(CH, text)));

        assertThatThrownBy(() -> read(WhoamiProvider.CLOUDFLARE, Family.IPV4, server))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith("dns:cloudflare told ")
                .hasMessageEndingWith(", which is no address");
    }

    @Test
    void believesNeitherOfTwoAddresses() {
        FakeWhoami server = start(asked -> Answer.of(Value.text(CH, "192.0.2.1"), Value.text(CH, "192.0.2.2")));

        assertThatThrownBy(() -> read(WhoamiProvider.CLOUDFLARE, Family.IPV4, server))
                .isInstanceOf(SourceException.class)
                .hasMessage("dns:cloudflare told 2 values; expected one address");
    }

    @Test
    void believesNoAddressOfTheOtherFamily() {
        FakeWhoami server = start(asked -> Answer.ofOwn(Value.text(IN, "2001:db8::1")));

        assertThatThrownBy(() -> read(WhoamiProvider.GOOGLE, Family.IPV4, server))
                .isInstanceOf(SourceException.class)
                .hasMessage("dns:google told the IPv6 address 2001:db8::1 where IPv4 was asked for");
    }

    @Test
    void believesNoIpv4AddressMappedIntoIpv6() {
        byte[] mapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, (byte) 192, 0, 2, 1};
        FakeWhoami server = start(SIX, asked -> Answer.of(Value.bytes(mapped)));

        assertThatThrownBy(() -> read(WhoamiProvider.OPENDNS, Family.IPV6, server))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("192.0.2.1");
    }

    @Test
    void saysThatAServerRefuses() {
        FakeWhoami server = start(asked -> new Answer(5, false, List.of()));

        assertThatThrownBy(() -> read(WhoamiProvider.CLOUDFLARE, Family.IPV4, server))
                .isInstanceOf(SourceException.class)
                .hasMessage("dns:cloudflare: asked 127.0.0.1:"
                        + server.address().getPort() + " for TXT of 'whoami.cloudflare' in class CH, got REFUSED");
    }

    @Test
    void asksTheNextServerWhereOneRefuses() {
        FakeWhoami refusing = start(asked -> new Answer(5, false, List.of()));
        FakeWhoami server = start(asked -> Answer.of(Value.text(CH, "192.0.2.1")));

        assertThat(read(WhoamiProvider.CLOUDFLARE, Family.IPV4, refusing, server))
                .containsExactly(MINE);
    }

    @Test
    void leavesASilentServerInTime() throws Exception {
        try (DatagramSocket silent = new DatagramSocket(new InetSocketAddress(FOUR, 0))) {
            WhoamiSource source = source(WhoamiProvider.GOOGLE, at(silent));

            assertThatThrownBy(() -> source.read(Family.IPV4, Duration.ofMillis(300)))
                    .isInstanceOf(SourceException.class)
                    .hasMessageEndingWith(", got no answer within 300 ms");
        }
    }

    @Test
    void endsAtOnceOnAnInterrupt() throws Exception {
        try (DatagramSocket silent = new DatagramSocket(new InetSocketAddress(FOUR, 0))) {
            WhoamiSource source = source(WhoamiProvider.GOOGLE, at(silent));
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> source.read(Family.IPV4, LIMIT)).isInstanceOf(CancelledException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void knowsServersOfEachFamilyByTheirAddresses(WhoamiProvider provider) {
        for (Family family : Family.values()) {
            assertThat(WhoamiService.of(provider, family).servers())
                    .hasSizeGreaterThanOrEqualTo(2)
                    .allSatisfy(
                            server -> assertThat(Family.of(server.getAddress())).isEqualTo(family));
        }
    }

    private FakeWhoami start(FakeWhoami.Script script) {
        return start(FOUR, script);
    }

    private FakeWhoami start(InetAddress address, FakeWhoami.Script script) {
        FakeWhoami server = FakeWhoami.start(address, script);
        servers.add(server);
        return server;
    }

    private static InetSocketAddress at(DatagramSocket socket) {
        return new InetSocketAddress(socket.getLocalAddress(), socket.getLocalPort());
    }

    private static List<InetAddress> read(WhoamiProvider provider, Family family, FakeWhoami... servers) {
        InetSocketAddress[] addresses =
                List.of(servers).stream().map(FakeWhoami::address).toArray(InetSocketAddress[]::new);
        return source(provider, addresses).read(family, LIMIT);
    }

    private static WhoamiSource source(WhoamiProvider provider, InetSocketAddress... servers) {
        return new WhoamiSource(new SourceSpec.Whoami(provider), List.of(servers));
    }
}
