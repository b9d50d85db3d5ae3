// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.address.Family;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalAddressesTest {
    private static final String HEADING = "Iface Destination Gateway Flags RefCnt Use Metric Mask";
    private static final String BY_ETH0 = "eth0 00000000 010200C0 0003 0 0 100 00000000";
    private static final String BY_LTE0 = "lte0 00000000 010200C0 0003 0 0 100 00000000";
    private static final String STABLE = "20010db8000100000000000000000005 02 40 00 82 eth0";

    @TempDir
    private Path net;

    private RecordedHost host;

    @BeforeEach
    void attach() {
        host = new RecordedHost(net, new FakeLinks().has("eth0", "192.168.1.7"))
                .table("route", HEADING, BY_ETH0)
                .table("if_inet6", STABLE);
    }

    @Test
    void tellsAddressesOfBothFamiliesAndTheWayOut() {
        assertThat(host.attachment().addresses())
                .containsExactlyInAnyOrder(Family.IPV4.parse("192.168.1.7"), Family.IPV6.parse("2001:db8:1::5"));
        assertThat(host.attachment().waysOut()).containsExactly("eth0");
    }

    @Test
    void changesWithTheWayOutThoughTheAddressesStay() {
        LocalAddresses.Attachment before = host.attachment();

        host.table("route", HEADING, BY_LTE0);

        assertThat(host.attachment()).isNotEqualTo(before);
    }

    @Test
    void changesWithTheCarrier() {
        LocalAddresses.Attachment before = host.attachment();

        host.links().down("eth0");

        assertThat(host.attachment()).isNotEqualTo(before);
    }

    @Test
    void staysTheSameWhereContainersAndTemporaryAddressesComeAndGo() {
        LocalAddresses.Attachment before = host.attachment();

        host.table(
                "if_inet6",
                "fe80000000000000a471d2fffe2d5ad1 09 40 20 80 veth123",
                "20010db8000100000000000000000006 02 40 00 01 eth0",
                STABLE);

        assertThat(host.attachment()).isEqualTo(before).hasSameHashCodeAs(before);
    }

    @Test
    void isEmptyWithoutNetwork() {
        assertThat(new RecordedHost(net.resolve("nowhere"), new FakeLinks()).attachment())
                .isEqualTo(new LocalAddresses.Attachment(Set.of(), Set.of()));
    }
}
