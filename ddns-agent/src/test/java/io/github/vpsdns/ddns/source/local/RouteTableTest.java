// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.ddns.source.SourceException;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RouteTableTest {
    @Test
    void findsTheDefaultRoutesOfIpv4AndNoUnreachableOne() throws IOException {
        assertThat(RouteTable.parse4(recorded("server", "route")))
                .containsExactly(new DefaultRoute("eth0", 100), new DefaultRoute("wlan0", 600));
    }

    @Test
    void findsTheDefaultRoutesOfIpv6AndNoUnreachableOne() throws IOException {
        assertThat(RouteTable.parse6(recorded("server", "ipv6_route")))
                .containsExactly(new DefaultRoute("eth0", 1024), new DefaultRoute("wlan0", 2048));
    }

    @Test
    void findsADefaultRouteForOneSourcePrefix() throws IOException {
        assertThat(RouteTable.parse6(recorded("router", "ipv6_route"))).containsExactly(new DefaultRoute("wan0", 512));
    }

    @Test
    void takesNoHalfOfTheInternetForAllOfIt() {
        String half = """
                Iface	Destination	Gateway 	Flags	RefCnt	Use	Metric	Mask		MTU	Window	IRTT
                tun0	00000000	0108000A	0003	0	0	0	00000080	0	0	0
                """;

        assertThat(RouteTable.parse4(half)).isEmpty();
    }

    @Test
    void takesTheHighestMetricForNoLowOne() {
        String last = """
                Iface	Destination	Gateway 	Flags	RefCnt	Use	Metric	Mask		MTU	Window	IRTT
                tun0	00000000	0108000A	0003	0	0	-1	00000000	0	0	0
                """;

        assertThat(RouteTable.parse4(last)).containsExactly(new DefaultRoute("tun0", 4294967295L));
    }

    @Test
    void readsEmptyTables() {
        assertThat(RouteTable.parse4("")).isEmpty();
        assertThat(RouteTable.parse6("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>",
                "eth0 00000000 010200C0 zz 0 0 100 00000000",
                "eth0 00000000 010200C0 0003 0 0 many 00000000"
            })
    void refusesIpv4TablesWithOtherLines(String line) {
        assertThatThrownBy(() -> RouteTable.parse4("Iface\n" + line + "\n"))
                .isInstanceOf(SourceException.class)
                .hasMessage("the kernel's route has a line that cannot be read: '" + line + "'");
    }

    @Test
    void refusesIpv6TablesWithOtherLines() {
        assertThatThrownBy(() -> RouteTable.parse6("fe80 40\n"))
                .isInstanceOf(SourceException.class)
                .hasMessage("the kernel's ipv6_route has a line that cannot be read: 'fe80 40'");
    }

    private static String recorded(String host, String table) throws IOException {
        return Files.readString(RecordedHost.named(host).net().resolve(table));
    }
}
