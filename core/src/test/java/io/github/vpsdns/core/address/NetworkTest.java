// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.core.InvalidValueException;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NetworkTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.0/24,192.0.2.255,true",
        "192.0.2.0/24,192.0.3.0,false",
        "192.0.2.128/25,192.0.2.127,false",
        "0.0.0.0/0,203.0.113.9,true",
        "0.0.0.0/0,2001:db8::1,false",
        "192.0.2.1,192.0.2.1,true",
        "192.0.2.1,192.0.2.2,false",
        "2001:db8::/33,2001:db8:7fff::1,true",
        "2001:db8::/33,2001:db8:8000::1,false",
        "::/0,::1,true"
    })
    void hasTheAddressesWithItsPrefix(String network, String address, boolean inside) {
        assertThat(Network.of(network).contains(address(address))).isEqualTo(inside);
    }

    @Test
    void clearsTheBitsBehindThePrefix() {
        assertThat(new Network(address("2001:db8::1:2:3:4"), 64)).hasToString("2001:db8::/64");
    }

    @Test
    void readsBackWhatItSays() {
        assertThat(Network.of(Network.of("10.0.0.0/8").toString())).isEqualTo(Network.of("10.0.0.0/8"));
    }

    @Test
    void saysWhatWasMeantWhereBitsAreBehindThePrefix() {
        assertThatThrownBy(() -> Network.of("192.0.2.1/24"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("'192.0.2.1/24' has bits behind its prefix; expected 192.0.2.0/24");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/24", "192.0.2.0/", "192.0.2.0/33", "::/129", "192.0.2.0/-1", "192.0.2.0/+8", "home"})
    void refusesAnythingElse(String text) {
        assertThatThrownBy(() -> Network.of(text)).isInstanceOf(InvalidValueException.class);
    }

    private static InetAddress address(String text) {
        return (text.indexOf(':') < 0 ? Family.IPV4 : Family.IPV6).parse(text);
    }
}
