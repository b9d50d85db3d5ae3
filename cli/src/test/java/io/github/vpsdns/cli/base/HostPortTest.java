// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    @ParameterizedTest
    @CsvSource({
        "9245, 127.0.0.1, 9245",
        "0, 127.0.0.1, 0",
        "0.0.0.0:9245, 0.0.0.0, 9245",
        "[::1]:9245, 0:0:0:0:0:0:0:1, 9245"
    })
    void readsWhereToListen(String text, String address, int port) {
        var listen = HostPort.listen(text, "--listen");

        assertThat(listen.getAddress().getHostAddress()).isEqualTo(address);
        assertThat(listen.getPort()).isEqualTo(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", ":9245", "65536", "127.0.0.1:65536", "127.0.0.1:", "::1:9245"})
    void refusesToListenAtAnythingElse(String text) {
        assertThatThrownBy(() -> HostPort.listen(text, "--listen"))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("--listen: '" + text + "' is not an address to listen at; expected PORT");
    }
}
