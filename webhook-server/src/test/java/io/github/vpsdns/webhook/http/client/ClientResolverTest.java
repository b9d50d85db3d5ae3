// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.http.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.address.Network;
import io.github.vpsdns.webhook.exchange.Headers;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is believed about the client's address, and how far. The proxies are 10.0.0.0/8 and 2001:db8:ff::/48. */
class ClientResolverTest {
    private static final TrustedProxies PROXIES =
            new TrustedProxies(List.of(Network.of("10.0.0.0/8"), Network.of("2001:db8:ff::/48")));
    private static final ClientResolver RESOLVER = new ClientResolver(PROXIES);

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    /** Lines such as {@code X-Forwarded-For: 192.0.2.1}, the same name twice for two lines. */
    private static Client client(String peer, String... lines) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String line : lines) {
            int colon = line.indexOf(": ");
            fields.merge(
                    line.substring(0, colon),
                    List.of(line.substring(colon + 2)),
                    (one, two) -> Arrays.asList(one.get(0), two.get(0)));
        }
        return RESOLVER.resolve(address(peer), false, new Headers(fields));
    }

    private static String seen(String peer, String... lines) {
        return client(peer, lines).address().getHostAddress();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // nobody that is trusted says it
                "192.0.2.9 | X-Forwarded-For: 203.0.113.1              | 192.0.2.9",
                "192.0.2.9 | Forwarded: for=203.0.113.1                | 192.0.2.9",
                "192.0.2.9 | X-Real-IP: 203.0.113.1                    | 192.0.2.9",
                "10.0.0.1  | X-Real-IP: 203.0.113.1                    | 10.0.0.1",
                // one proxy
                "10.0.0.1  | X-Forwarded-For: 203.0.113.1              | 203.0.113.1",
                "10.0.0.1  | X-Forwarded-For: 203.0.113.1:4711         | 203.0.113.1",
                "10.0.0.1  | X-Forwarded-For: 2001:db8::1              | 2001:db8:0:0:0:0:0:1",
                "10.0.0.1  | X-Forwarded-For: [2001:db8::1]:4711       | 2001:db8:0:0:0:0:0:1",
                "10.0.0.1  | X-Forwarded-For: fe80::1%eth0             | fe80:0:0:0:0:0:0:1",
                "10.0.0.1  | X-Forwarded-For: ::ffff:203.0.113.1       | 203.0.113.1",
                // the client made up what stands to the left
                "10.0.0.1  | X-Forwarded-For: 198.51.100.7, 203.0.113.1 | 203.0.113.1",
                "10.0.0.1  | X-Forwarded-For: 10.9.9.9, 203.0.113.1    | 203.0.113.1",
                "10.0.0.1  | X-Forwarded-For: \"quoted, 203.0.113.1    | 203.0.113.1",
                // through two proxies
                "10.0.0.1  | X-Forwarded-For: 203.0.113.1, 10.0.0.2    | 203.0.113.1",
                "10.0.0.1  | X-Forwarded-For: 9.9.9.9, 203.0.113.1, 10.0.0.2, 10.0.0.3 | 203.0.113.1",
                "2001:db8:ff::1 | X-Forwarded-For: 203.0.113.1         | 203.0.113.1",
                // all are proxies: the farthest that is known
                "10.0.0.1  | X-Forwarded-For: 10.0.0.3, 10.0.0.2       | 10.0.0.3",
                // what is no address ends what is known
                "10.0.0.1  | X-Forwarded-For: unknown                  | 10.0.0.1",
                "10.0.0.1  | X-Forwarded-For: 203.0.113.1, unknown     | 10.0.0.1",
                "10.0.0.1  | X-Forwarded-For: 203.0.113.1, localhost   | 10.0.0.1",
                "10.0.0.1  | X-Forwarded-For: 203.0.113.1, 010.0.0.2   | 10.0.0.1",
                // RFC 7239
                "10.0.0.1  | Forwarded: for=203.0.113.1                | 203.0.113.1",
                "10.0.0.1  | Forwarded: For=\"[2001:db8::1]:4711\"     | 2001:db8:0:0:0:0:0:1",
                "10.0.0.1  | Forwarded: for=9.9.9.9, for=203.0.113.1;proto=https;by=10.0.0.1 | 203.0.113.1",
                "10.0.0.1  | Forwarded: for=203.0.113.1, for=10.0.0.2  | 203.0.113.1",
                "10.0.0.1  | Forwarded: for=203.0.113.1, for=_hidden   | 10.0.0.1",
                "10.0.0.1  | Forwarded: for=\"x, for=203.0.113.1       | 203.0.113.1",
                "10.0.0.1  | Forwarded: proto=https                    | 10.0.0.1",
            })
    void believesProxiesOnlyAndFromTheRight(String peer, String line, String expected) {
        assertThat(seen(peer, line)).isEqualTo(expected);
    }

    @Test
    void readsALineAfterTheOther() {
        assertThat(seen("10.0.0.1", "X-Forwarded-For: 9.9.9.9", "X-Forwarded-For: 203.0.113.1"))
                .isEqualTo("203.0.113.1");
    }

    @Test
    void prefersWhatCommonProxiesWriteToWhatTheyPassThrough() {
        assertThat(seen("10.0.0.1", "Forwarded: for=9.9.9.9", "X-Forwarded-For: 203.0.113.1"))
                .isEqualTo("203.0.113.1");
    }

    @Test
    void takesMappedAddressesForWhatTheyMean() throws Exception {
        byte[] mapped = new byte[16];
        mapped[10] = mapped[11] = (byte) 0xff;
        System.arraycopy(new byte[] {(byte) 192, 0, 2, 1}, 0, mapped, 12, 4);
        InetAddress peer = java.net.Inet6Address.getByAddress(null, mapped, -1);
        assertThat(RESOLVER.resolve(peer, false, new Headers(Map.of())).address())
                .isEqualTo(address("192.0.2.1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "192.0.2.9 | X-Forwarded-Proto: https        | false",
                "10.0.0.1  | X-Forwarded-Proto: https        | true",
                "10.0.0.1  | X-Forwarded-Proto: HTTPS        | true",
                "10.0.0.1  | X-Forwarded-Proto: http         | false",
                "10.0.0.1  | X-Forwarded-Proto: https, http  | false",
                "10.0.0.1  | Forwarded: for=1.2.3.4;proto=https | true",
                "10.0.0.1  | Forwarded: for=1.2.3.4          | false",
            })
    void believesProxiesOnlyAboutTls(String peer, String line, boolean expected) {
        assertThat(client(peer, line).secure()).isEqualTo(expected);
    }
}
