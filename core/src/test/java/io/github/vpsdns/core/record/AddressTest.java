// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.core.InvalidValueException;
import java.net.Inet6Address;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "0.0.0.0", "255.255.255.255", "10.0.0.10"})
    void readsDottedDecimal(String text) {
        assertThat(A.of(text).value()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1.2.3",
                "1.2.3.4.5",
                "256.1.1.1",
                "01.2.3.4",
                "1.2.3.-4",
                "0x7f.0.0.1",
                "127.1",
                "localhost",
                "::1",
                "1.2.3.4 ",
                "١.2.3.4"
            })
    void refusesWhatIsNotDottedDecimal(String text) {
        assertThatThrownBy(() -> A.of(text))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("not an IPv4 address");
    }

    /** RFC 5952 section 1 and 2 show the forms on the left, section 4 demands those on the right. */
    @ParameterizedTest
    @CsvSource({
        "2001:0db8::1, 2001:db8::1",
        "2001:DB8::1, 2001:db8::1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:0db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:db8::1:0:0:1, 2001:db8::1:0:0:1",
        "2001:db8::0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:0db8::1:0:0:1, 2001:db8::1:0:0:1",
        "2001:db8:0:0:1::1, 2001:db8::1:0:0:1",
        "2001:db8:0000:0:1::1, 2001:db8::1:0:0:1",
        "2001:DB8:0:0:1::1, 2001:db8::1:0:0:1",
        "2001:db8:aaaa:bbbb:cccc:dddd:eeee:0001, 2001:db8:aaaa:bbbb:cccc:dddd:eeee:1",
        "2001:db8:aaaa:bbbb:cccc:dddd::1, 2001:db8:aaaa:bbbb:cccc:dddd:0:1",
        "2001:db8:aaaa:bbbb:cccc:dddd:0:1, 2001:db8:aaaa:bbbb:cccc:dddd:0:1",
        "2001:db8:0:0:0::1, 2001:db8::1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "2001:db8::1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
        "::, ::",
        "0:0:0:0:0:0:0:0, ::",
        "::1, ::1",
        "1::, 1::",
        "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
        "::2:3:4:5:6:7:8, 0:2:3:4:5:6:7:8",
        "0:0:1:0:0:1:0:0, ::1:0:0:1:0:0",
        "64:ff9b::192.0.2.33, 64:ff9b::c000:221",
        "fe80::1, fe80::1",
    })
    void printsEveryNotationByRfc5952(String text, String canonical) {
        assertThat(Aaaa.of(text).value()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "1",
                "1:2",
                ":::",
                "1::2::3",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "12345::",
                "00001::",
                "g::1",
                "fe80::1%eth0",
                "fe80::1%1",
                "::ffff:192.0.2.1",
                "192.0.2.1",
                "[::1]",
                "2001:db8::1/64",
                ".:a",
                "a.b:c",
                "cafe:example.com",
            })
    void refusesWhatIsNotIpv6(String text) {
        assertThatThrownBy(() -> Aaaa.of(text))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("not an IPv6 address");
    }

    @Test
    void comparesByBytesWithoutScope() throws UnknownHostException {
        byte[] bytes = Aaaa.of("fe80::1").address().getAddress();
        Aaaa scoped = new Aaaa(Inet6Address.getByAddress(null, bytes, 2));

        assertThat(scoped).isEqualTo(Aaaa.of("fe80::1")).hasSameHashCodeAs(Aaaa.of("fe80::1"));
        assertThat(scoped.address().getScopeId()).isZero();
        assertThat(scoped).isNotEqualTo(Aaaa.of("fe80::2"));
    }

    @Test
    void refusesAnAddressObjectThatIsIpv4InDisguise() throws UnknownHostException {
        byte[] mapped = new byte[16];
        mapped[10] = (byte) 0xff;
        mapped[11] = (byte) 0xff;
        Inet6Address disguised = Inet6Address.getByAddress(null, mapped, -1);

        assertThatThrownBy(() -> new Aaaa(disguised))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("mapped into IPv6");
    }
}
