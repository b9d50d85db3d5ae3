// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page.setup.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.core.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerUrlTest {
    @Test
    void joinsAPath() {
        assertThat(ServerUrl.of("HTTPS://dyn.example.com:8443/ddns/").url("/nic/checkip"))
                .isEqualTo("https://dyn.example.com:8443/ddns/nic/checkip");
    }

    @Test
    void leavesTheSchemeOutForFormsThatAddIt() {
        assertThat(ServerUrl.of("http://[2001:db8::1]:8245").bare("/nic/update"))
                .isEqualTo("[2001:db8::1]:8245/nic/update");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dyn.example.com",
                "ftp://dyn.example.com",
                "https://",
                "https://u@dyn.example.com",
                "https://a/?b",
                "https://a b/"
            })
    void refusesWhatIsNoServer(String text) {
        assertThatThrownBy(() -> ServerUrl.of(text))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("expected such as https://dyn.example.com");
    }
}
