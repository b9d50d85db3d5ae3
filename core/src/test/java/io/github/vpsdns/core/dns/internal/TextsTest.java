// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.dns.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.record.A;
import io.github.vpsdns.core.record.Aaaa;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.53, 53, 192.0.2.53",
        "192.0.2.53, 5353, 192.0.2.53:5353",
        "2001:DB8:0:0::1, 53, 2001:db8::1",
        "2001:db8::1, 5353, [2001:db8::1]:5353",
    })
    void writesAddressesWithThePortWhereItIsNotThatOfDns(String ip, int port, String expected) {
        InetAddress address =
                ip.contains(":") ? Aaaa.of(ip).address() : A.of(ip).address();

        assertThat(Texts.of(new InetSocketAddress(address, port))).isEqualTo(expected);
    }

    @Test
    void keepsTheScopeThatALinkLocalAddressNeeds() throws Exception {
        byte[] bytes = Aaaa.of("fe80::1").address().getAddress();

        assertThat(Texts.of(Inet6Address.getByAddress(null, bytes, 7))).endsWith("%7");
    }

    @ParameterizedTest
    @CsvSource({"PT3S, 3 s", "PT0.25S, 250 ms", "PT10M, 600 s", "PT1.5S, 1.5 s", "PT3.049S, 3 s"})
    void writesDurationsAsPeopleSayThem(Duration duration, String expected) {
        assertThat(Texts.of(duration)).isEqualTo(expected);
    }
}
