// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.core.testing.NetworkNamespace;
import io.github.vpsdns.sandbox.junit.NeedsPrograms;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real interfaces of a real kernel, changed with {@code ip} while they are read. */
@NeedsPrograms({"unshare", "nsenter", "ip"})
final class NamespaceTest {
    private NetworkNamespace namespace;
    private Reader reader;

    @BeforeEach
    void open() {
        namespace = NetworkNamespace.open();
        namespace.run("ip link add eth0 type veth peer name peer0; ip link add wlan0 type veth peer name peer1;"
                + " for i in eth0 peer0 wlan0 peer1; do ip link set $i up; done");
        reader = new Reader(namespace);
    }

    @AfterEach
    void close() {
        if (reader != null) {
            reader.close();
        }
        namespace.close();
    }

    @Test
    void followsAnAddressAddedChangedAndRemoved() {
        namespace.run("ip addr add 2001:db8:1::5/64 dev eth0 nodad");
        assertThat(reader.ipv6("eth0")).isEqualTo("2001:db8:1::5");

        namespace.run("ip addr del 2001:db8:1::5/64 dev eth0; ip addr add 2001:db8:1::6/64 dev eth0 nodad");
        assertThat(reader.ipv6("eth0")).isEqualTo("2001:db8:1::6");

        namespace.run("ip addr del 2001:db8:1::6/64 dev eth0");
        assertThat(reader.ipv6("eth0")).startsWith("eth0 has no IPv6 address to publish: 1 ");
    }

    @Test
    void leavesOutAnAddressFromTheMomentThatItIsDeprecated() {
        namespace.run("ip addr add 2001:db8:1::5/64 dev eth0 nodad valid_lft 600 preferred_lft 300");
        assertThat(reader.ipv6("eth0")).isEqualTo("2001:db8:1::5");

        namespace.run("ip addr change 2001:db8:1::5/64 dev eth0 valid_lft 600 preferred_lft 0");

        assertThat(reader.ipv6("eth0"))
                .startsWith("eth0 has no IPv6 address to publish")
                .contains("1 deprecated");
    }

    @Test
    void takesTheNewPrefixWhereTheNetworkIsRenumbered() {
        namespace.run("ip addr add 2001:db8:9::5/64 dev eth0 nodad valid_lft 600 preferred_lft 300");

        namespace.run("ip addr change 2001:db8:9::5/64 dev eth0 valid_lft 600 preferred_lft 0;"
                + " ip addr add 2001:db8:a::5/64 dev eth0 nodad valid_lft 600 preferred_lft 300");

        assertThat(reader.ipv6("eth0")).isEqualTo("2001:db8:a::5");
    }

    @Test
    void waitsUntilAnAddressIsKnownToBeUnique() {
        namespace.run("sysctl -qw net.ipv6.conf.eth0.dad_transmits=3; ip addr add 2001:db8:1::5/64 dev eth0");
        assertThat(reader.ipv6("eth0"))
                .startsWith("eth0 has no IPv6 address to publish")
                .contains("1 tentative");

        await().atMost(Duration.ofSeconds(20)).until(() -> reader.ipv6("eth0").equals("2001:db8:1::5"));
    }

    @Test
    void leavesOutAnAddressThatAnotherHostHasAlready() {
        namespace.run("ip addr add 2001:db8:d::d/64 dev peer0 nodad; ip addr add 2001:db8:d::d/64 dev eth0");

        await().atMost(Duration.ofSeconds(20)).until(() -> reader.ipv6("eth0").contains("1 duplicate"));
    }

    @Test
    void leavesOutThePrivacyAddressThatTheKernelMakes() {
        namespace.run("sysctl -qw net.ipv6.conf.eth0.use_tempaddr=2;"
                + " ip addr add 2001:db8:2:0:60fa:24ff:fe56:cf3b/64 dev eth0 mngtmpaddr nodad"
                + " valid_lft 86400 preferred_lft 14400");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> namespace
                        .run("ip -6 addr show dev eth0 temporary -tentative")
                        .contains("2001:db8:2:"));

        assertThat(reader.ipv6("eth0")).isEqualTo("2001:db8:2:0:60fa:24ff:fe56:cf3b");
    }

    @Test
    void prefersDhcpToWhatTheHostMadeItself() {
        namespace.run("ip addr add fd00::1/64 dev eth0 nodad;"
                + " ip addr add 2001:db8:2:0:60fa:24ff:fe56:cf3b/64 dev eth0 nodad valid_lft 600 preferred_lft 300;"
                + " ip addr add 2001:db8:2::1234/128 dev eth0 nodad valid_lft 600 preferred_lft 300");

        assertThat(reader.ipv6("eth0")).isEqualTo("2001:db8:2::1234 2001:db8:2:0:60fa:24ff:fe56:cf3b fd00::1");
    }

    @Test
    void hasSecondaryIpv4AddressesAfterThePrimaryOnes() {
        namespace.run("ip addr add 192.0.2.9/24 dev eth0; ip addr add 192.0.2.5/24 dev eth0;"
                + " ip addr add 198.51.100.7/24 dev eth0 label eth0:1; ip addr add 169.254.1.1/16 dev eth0;"
                + " ip addr add 203.0.113.1 peer 203.0.113.2/32 dev eth0");

        assertThat(reader.ipv4("eth0")).isEqualTo("192.0.2.9 198.51.100.7 203.0.113.1 192.0.2.5");
    }

    @Test
    void followsAnIpv4AddressThatIsReplaced() {
        namespace.run("ip addr add 192.0.2.5/24 dev eth0");
        assertThat(reader.ipv4("eth0")).isEqualTo("192.0.2.5");

        namespace.run("ip addr flush dev eth0; ip addr add 192.0.2.6/24 dev eth0");

        assertThat(reader.ipv4("eth0")).isEqualTo("192.0.2.6");
    }

    @Test
    void publishesNothingWhileTheCableIsOut() {
        namespace.run("ip addr add 192.0.2.5/24 dev eth0; ip addr add 2001:db8:1::5/64 dev eth0 nodad");

        namespace.run("ip link set peer0 down");
        assertThat(reader.ipv4("eth0")).isEqualTo("the network interface eth0 is down or has no carrier");
        assertThat(reader.ipv6("eth0")).isEqualTo("the network interface eth0 is down or has no carrier");

        namespace.run("ip link set peer0 up");
        assertThat(reader.ipv4("eth0")).isEqualTo("192.0.2.5");
        assertThat(reader.ipv6("eth0")).isEqualTo("2001:db8:1::5");
    }

    @Test
    void publishesNothingOfAnInterfaceThatIsSwitchedOff() {
        namespace.run("ip addr add 192.0.2.5/24 dev eth0; ip link set eth0 down");

        assertThat(reader.ipv4("eth0")).isEqualTo("the network interface eth0 is down or has no carrier");
    }

    @Test
    void followsTheDefaultRouteOfEachFamily() {
        namespace.run("ip addr add 192.0.2.5/24 dev eth0; ip addr add 198.51.100.5/24 dev wlan0;"
                + " ip addr add 2001:db8:1::5/64 dev eth0 nodad; ip addr add 2001:db8:2::5/64 dev wlan0 nodad;"
                + " ip route add default via 198.51.100.1 metric 600; ip route add default via 192.0.2.1 metric 100;"
                + " ip -6 route add default via fe80::1 dev wlan0 metric 600");
        assertThat(reader.ipv4("")).isEqualTo("192.0.2.5");
        assertThat(reader.ipv6("")).isEqualTo("2001:db8:2::5");

        namespace.run("ip link set peer0 down");
        assertThat(reader.ipv4("")).isEqualTo("198.51.100.5");

        namespace.run("ip link set peer0 up; ip -6 route add default via fe80::1 dev eth0 metric 100");
        assertThat(reader.ipv4("")).isEqualTo("192.0.2.5");
        assertThat(reader.ipv6("")).isEqualTo("2001:db8:1::5");
    }

    @Test
    void knowsInterfacesWithoutAddresses() {
        namespace.run("ip link add bare0 type veth peer name bare1; sysctl -qw net.ipv6.conf.bare0.disable_ipv6=1;"
                + " ip link set bare0 up; ip link set bare1 up");

        assertThat(reader.ipv6("bare0")).isEqualTo("bare0 has no IPv6 address");
        assertThat(reader.ipv4("gone0"))
                .isEqualTo("there is no network interface 'gone0';"
                        + " there are bare0, bare1, eth0, lo, peer0, peer1, wlan0");
    }

    @Test
    void readsAnInterfaceWhoseIndexHasManyDigits() {
        namespace.run("ip link add far0 index 1234567 type veth peer name far1; ip link set far0 up;"
                + " ip link set far1 up; ip addr add 2001:db8:f::1/64 dev far0 nodad");

        assertThat(reader.ipv6("far0")).isEqualTo("2001:db8:f::1");
    }

    @Test
    void seesThatTheHostIsAttachedInAnotherWay() {
        namespace.run("ip addr add 192.0.2.5/24 dev eth0; ip route add default via 192.0.2.1");
        String before = reader.attachment();

        namespace.run("ip link add veth99 type veth peer name veth98; ip link set veth98 up; ip link set veth99 up");
        assertThat(reader.attachment())
                .isEqualTo(before)
                .isEqualTo("Attachment[addresses=[/192.0.2.5], waysOut=[eth0]]");

        namespace.run("ip route replace default dev wlan0");
        assertThat(reader.attachment()).isEqualTo("Attachment[addresses=[/192.0.2.5], waysOut=[wlan0]]");
    }

    @Test
    void losesNoAddressWhileContainersComeAndGoByTheHundred() {
        namespace.run("ip addr add 2001:db8:1::5/64 dev eth0 nodad;"
                + " for i in $(seq 100); do ip link add a$i type veth peer name b$i; ip link set a$i up;"
                + " ip link set b$i up; done");
        CompletableFuture<String> churn = CompletableFuture.supplyAsync(
                () -> namespace.run("for i in $(seq 100); do ip link del a$i; ip link add c$i type veth peer name d$i;"
                        + " ip link set c$i up; ip link set d$i up; done"));

        String said = reader.ipv6Often(500, "eth0");
        churn.join();

        assertThat(said).isEqualTo("{2001:db8:1::5=500}");
    }
}
