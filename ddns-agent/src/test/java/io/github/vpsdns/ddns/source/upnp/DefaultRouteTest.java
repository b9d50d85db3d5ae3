// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.upnp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.address.Family;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

class DefaultRouteTest {
    private static final String TABLE = """
            Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT                                                       \s
            eth0\t00000000\t01B2A8C0\t0003\t0\t0\t100\t00000000\t0\t0\t0                                                                           \s
            tun0\t00000000\t00000000\t0001\t0\t0\t200\t00000000\t0\t0\t0                                                                           \s
            eth0\t00B2A8C0\t00000000\t0001\t0\t0\t100\t00FFFFFF\t0\t0\t0                                                                           \s
            wg0\t00000000\t0100000A\t0003\t0\t0\t0\t00000080\t0\t0\t0                                                                              \s
            """;

    @Test
    @EnabledIf("isLittleEndian")
    void readsTheRoutersOfTheKernelsTable() {
        assertThat(DefaultRoute.of(TABLE))
                .containsExactly(new DefaultRoute("eth0", Family.IPV4.parse("192.168.178.1")));
    }

    @Test
    @EnabledIf("isLittleEndian")
    void takesTheRouteWithTheLowestMetric() {
        assertThat(DefaultRoute.of(TABLE
                        + "wlan0\t00000000\t0101A8C0\t0003\t0\t0\t600\t00000000\t0\t0\t0\n"
                        + "usb0\t00000000\t0102A8C0\t0003\t0\t0\t-1\t00000000\t0\t0\t0\n"))
                .extracting(DefaultRoute::interfaceName)
                .containsExactly("eth0");
    }

    @Test
    void readsNothingFromWhatIsNoTable() {
        assertThat(DefaultRoute.of("eth0\n\u0000\neth0 00000000 zz 1 2 3 4 00000000\n"))
                .isEmpty();
    }

    static boolean isLittleEndian() {
        return ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
    }
}
