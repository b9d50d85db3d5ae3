// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.cli.base.UsageException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostPortTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.53, 192.0.2.53, 53",
        "192.0.2.53:5353, 192.0.2.53, 5353",
        "localhost:5353, 127.0.0.1, 5353",
        "2001:db8::53, 2001:db8:0:0:0:0:0:53, 53",
        "[2001:db8::53], 2001:db8:0:0:0:0:0:53, 53",
        "[::1]:5353, 0:0:0:0:0:0:0:1, 5353"
    })
    void readsServers(String text, String address, int port) {
        var server = HostPort.nameServer(text, "--nameserver");

        assertThat(server.getAddress().getHostAddress()).isEqualTo(address);
        assertThat(server.getPort()).isEqualTo(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":53", "192.0.2.53:0", "192.0.2.53:65536", "192.0.2.53:dns", "[192.0.2.53", "a:b:c"})
    void refusesAnythingElseAndNamesTheOption(String text) {
        assertThatThrownBy(() -> HostPort.nameServer(text, "--nameserver"))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("--nameserver: ");
    }
}
