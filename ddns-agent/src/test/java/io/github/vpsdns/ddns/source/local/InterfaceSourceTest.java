// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.ddns.source.SourceException;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InterfaceSourceTest {
    private static final String GOOD = "20010db8000100000000000000000005 02 40 00 82 eth0";
    private static final String TEMPORARY = "20010db8000100000000000000000006 02 40 00 01 eth0";
    private static final String TEMPORARY_TOO = "20010db8000100000000000000000007 02 40 00 21 eth0";
    private static final String DEPRECATED = "20010db8000200000000000000000007 02 40 00 20 eth0";
    private static final String LINK_LOCAL = "fe80000000000000a471d2fffe2d5ad1 02 40 20 80 eth0";

    @TempDir
    private Path net;

    private final RecordedHost server = RecordedHost.named("server");
    private final RecordedHost router = RecordedHost.named("router");

    @Test
    void publishesWhatIsStableUniqueAndCurrentTheBestFirst() {
        assertThat(server.read("eth0", Family.IPV6))
                .containsExactly(
                        "2001:db8:1::5",
                        "2001:db8:2::1234",
                        "2001:db8:2:0:60fa:24ff:fe56:cf3b",
                        "fd12:3456:789a:0:60fa:24ff:fe56:cf3b");
    }

    @Test
    void publishesTheNearEndOfAPointToPointAddress() {
        assertThat(server.read("wlan0", Family.IPV6)).containsExactly("2001:db8:4::1", "2001:db8:5::1");
    }

    @Test
    void takesTheInterfaceOfTheDefaultRouteWithTheLowestMetricWithoutAName() {
        assertThat(server.read("", Family.IPV6)).isEqualTo(server.read("eth0", Family.IPV6));
    }

    @Test
    void takesTheNextDefaultRouteWhileTheFirstLeadsThroughAnInterfaceWithoutCarrier() {
        server.links().down("eth0");

        assertThat(server.read("", Family.IPV6)).isEqualTo(server.read("wlan0", Family.IPV6));
    }

    @Test
    void takesAllInterfacesOfDefaultRoutesWithTheSameMetric() {
        host().table("ipv6_route", defaultRoute("eth0", "00000400"), defaultRoute("wan1", "00000400"))
                .table("if_inet6", GOOD, "20010db8000900000000000000000001 03 40 00 82 wan1");

        assertThat(host().read("", Family.IPV6)).containsExactly("2001:db8:1::5", "2001:db8:9::1");
    }

    @Test
    void leavesOutTheLinkLocalAddressOfAFailedDhcp() {
        server.links().has("eth0", "169.254.3.4", "192.0.2.5", "192.0.2.6");

        assertThat(server.read("eth0", Family.IPV4)).containsExactly("192.0.2.5", "192.0.2.6");
    }

    @Test
    void takesTheIpv4AddressesOfTheDefaultRoute() {
        server.links()
                .has("br-0a1b2c3d4e5f", "172.17.0.1")
                .has("wlan0", "203.0.113.1")
                .has("eth0", "192.168.1.7");

        assertThat(server.read("", Family.IPV4)).containsExactly("192.168.1.7");
    }

    @Test
    void takesThePublicAddressOfAnotherInterfaceWhereTheWayOutHasNoneOfItsOwn() {
        assertThat(router.read("", Family.IPV6)).containsExactly("2001:db8:aa:1::1");
    }

    @Test
    void takesNoOtherInterfaceWhileTheWayOutHasAddressesThatWillDoSoonOrDidBefore() {
        host().table("ipv6_route", defaultRoute("eth0", "00000400"))
                .table("if_inet6", DEPRECATED, "20010db8000900000000000000000001 03 40 00 82 lan0");

        assertRefused(
                () -> host().read("", Family.IPV6),
                "eth0, which leads to the default route, has no IPv6 address to publish: 1 deprecated");
    }

    @Test
    void takesNoPrivateAddressWhereThereIsNoDefaultRoute() {
        host().table("route", "Iface Destination").links().has("docker0", "172.17.0.1");

        assertRefused(
                () -> host().read("", Family.IPV4),
                "there is no default IPv4 route, and no interface has a public IPv4 address;"
                        + " to publish another, name its interface, as in interface:eth0");
    }

    @Test
    void takesAPublicAddressWhereThereIsNoDefaultRoute() {
        links.has("docker0", "172.17.0.1")
                .has("down0", "203.0.113.1")
                .has("ppp0", "203.0.113.2")
                .has("lo", "203.0.113.3");
        links.down("down0");

        assertThat(host().table("route", "Iface Destination").read("", Family.IPV4))
                .containsExactly("203.0.113.2");
    }

    @Test
    void saysWhatTheWayOutHasInstead() {
        host().table("ipv6_route", defaultRoute("eth0", "00000400"), defaultRoute("wan1", "00000400"))
                .table("if_inet6", LINK_LOCAL);

        assertRefused(
                () -> host().read("", Family.IPV6),
                "eth0 and wan1, which lead to the default route, have no IPv6 address to publish: 1 link-local,"
                        + " and no interface has a public IPv6 address;"
                        + " to publish another, name its interface, as in interface:eth0");
    }

    @Test
    void saysWhatWasLeftOutAndWhy() {
        host().table("if_inet6", TEMPORARY, LINK_LOCAL, DEPRECATED, TEMPORARY_TOO);

        assertRefused(
                () -> host().read("eth0", Family.IPV6),
                "eth0 has no IPv6 address to publish: 1 link-local, 1 deprecated, 2 temporary");
    }

    @Test
    void saysThatAnInterfaceHasNoAddress() {
        assertRefused(() -> server.read("br-0a1b2c3d4e5f", Family.IPV4), "br-0a1b2c3d4e5f has no IPv4 address");
    }

    @Test
    void namesTheInterfacesThatAreThere() {
        assertRefused(
                () -> server.read("eth9", Family.IPV6),
                "there is no network interface 'eth9'; there are br-0a1b2c3d4e5f, eth0, lo, wlan0");
    }

    @Test
    void publishesNothingOfAnInterfaceThatIsDown() {
        server.links().down("eth0");

        assertRefused(() -> server.read("eth0", Family.IPV6), "the network interface eth0 is down or has no carrier");
    }

    @Test
    void refusesATableThatItCannotReadInsteadOfPublishingHalfOfIt() {
        host().table("if_inet6", GOOD, "garbage");

        assertRefused(
                () -> host().read("eth0", Family.IPV6),
                "the kernel's if_inet6 has a line that cannot be read: 'garbage'");
    }

    @Test
    void knowsThatAKernelWithoutIpv6HasNoTableOfIt() {
        host().table("dev", "Inter-|   Receive", " face |bytes", "  eth0: 1 2 3");

        assertRefused(() -> host().read("eth0", Family.IPV6), "eth0 has no IPv6 address");
    }

    private final FakeLinks links = new FakeLinks();

    private RecordedHost host() {
        return new RecordedHost(net, links);
    }

    private static String defaultRoute(String interfaceName, String metric) {
        String any = "0".repeat(32);
        return any + " 00 " + any + " 00 fe800000000000000000000000000001 " + metric
                + " 00000001 00000000 00000003     " + interfaceName;
    }

    private static void assertRefused(ThrowingCallable reading, String message) {
        assertThatThrownBy(reading).isInstanceOf(SourceException.class).hasMessage(message);
    }
}
