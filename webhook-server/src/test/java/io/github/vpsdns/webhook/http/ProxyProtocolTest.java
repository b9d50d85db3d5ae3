// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.address.Network;
import io.github.vpsdns.webhook.settings.ListenAddress.Speaks;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers of the PROXY protocol as HAProxy sends them. */
@SuppressWarnings("StringConcatToTextBlock") // the ends of lines are what matters
class ProxyProtocolTest {
    private static final String GET = "GET /u HTTP/1.0\r\n\r\n";
    private static final String SIGNATURE = "0d0a0d0a000d0a515549540a";
    private static final List<Network> LOOPBACK = List.of(Network.of("127.0.0.0/8"));

    private final TestServer server =
            new TestServer(TestServer.ECHO, Speaks.BOTH, builder -> builder.trustedProxies(LOOPBACK));

    @AfterEach
    void stop() {
        server.close();
    }

    private static String v2(String hex) {
        return new String(HexFormat.of().parseHex(SIGNATURE + hex), ISO_8859_1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TCP4 203.0.113.7 192.0.2.1 56324 443", "TCP4 203.0.113.7 192.0.2.1 1 2"})
    void takesTheClientFromVersion1(String said) {
        assertThat(server.exchange("PROXY " + said + "\r\n" + GET)).endsWith("GET /u? from 203.0.113.7 with \n");
    }

    @Test
    void takesAnIpv6ClientFromVersion1() {
        assertThat(server.exchange("PROXY TCP6 2001:db8::7 2001:db8::1 1 2\r\n" + GET))
                .endsWith("GET /u? from 2001:db8::7 with \n");
    }

    @Test
    void takesTheClientFromVersion2() {
        String header = v2("2111000c" + "cb007107" + "c0000201" + "dc04" + "01bb");
        assertThat(server.exchange(header + GET)).endsWith("GET /u? from 203.0.113.7 with \n");
    }

    @Test
    void takesAnIpv6ClientFromVersion2() {
        String header = v2(
                "21210024" + "20010db8000000000000000000000007" + "20010db8000000000000000000000001" + "dc04" + "01bb");
        assertThat(server.exchange(header + GET)).endsWith("GET /u? from 2001:db8::7 with \n");
    }

    @Test
    void takesTheProxyItselfForItsOwnChecks() {
        assertThat(server.exchange(v2("20000000") + GET)).endsWith("GET /u? from 127.0.0.1 with \n");
        assertThat(server.exchange("PROXY UNKNOWN\r\n" + GET)).endsWith("GET /u? from 127.0.0.1 with \n");
    }

    @Test
    void takesPlainHttpFromAProxyAsWell() {
        assertThat(server.exchange("GET /u HTTP/1.0\r\nX-Forwarded-For: 203.0.113.8\r\n\r\n"))
                .endsWith("GET /u? from 203.0.113.8 with \n");
    }

    @Test
    void readsAHeaderThatComesByteByByte() {
        try (RawClient client = new RawClient(server.address())) {
            for (char each : ("PROXY TCP4 203.0.113.7 192.0.2.1 1 2\r\n" + GET).toCharArray()) {
                client.send(String.valueOf(each));
            }
            assertThat(client.readToEnd()).endsWith("GET /u? from 203.0.113.7 with \n");
        }
    }

    @Test
    void believesNoFieldsOfAClientBehindIt() {
        assertThat(server.exchange("PROXY TCP4 203.0.113.7 192.0.2.1 1 2\r\n"
                        + "GET /u HTTP/1.0\r\nX-Forwarded-For: 198.51.100.1\r\n\r\n"))
                .endsWith("GET /u? from 203.0.113.7 with \n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PROXY\r\n", "PROXY TCP4 x y z\r\n", "PROXY TCP4 203.0.113.7 192.0.2.1 a b\r\n"})
    void closesOnAHeaderThatIsNone(String header) {
        assertThat(server.exchange(header + GET)).isEmpty();
    }

    @Test
    void believesNobodyElse() {
        server.server().reconfigure(List.of(Network.of("10.0.0.0/8")));
        assertThat(server.exchange("PROXY TCP4 203.0.113.7 192.0.2.1 1 2\r\n" + GET))
                .startsWith("HTTP/1.1 400 ");
        assertThat(server.exchange(v2("2111000c" + "cb007107" + "c0000201" + "dc04" + "01bb") + GET))
                .startsWith("HTTP/1.1 400 ");
    }
}
