// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What routers send, byte by byte, and what becomes of it. */
@SuppressWarnings("StringConcatToTextBlock") // the ends of lines are what matters
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestBytesTest {
    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.echo();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    static Stream<Arguments> accepted() {
        return Stream.of(
                Arguments.of("HTTP/1.0 without a host", "GET /nic/update?a=b HTTP/1.0\r\n\r\n", "/nic/update?a=b"),
                Arguments.of("HTTP/1.0 with one", "GET /nic/update?a=b HTTP/1.0\r\nHost: x\r\n\r\n", "/nic/update?a=b"),
                Arguments.of("bare line feeds", "GET /u HTTP/1.1\nHost: x\nConnection: close\n\n", "/u?"),
                Arguments.of("empty lines first", "\r\n\r\nGET /u HTTP/1.0\r\n\r\n", "/u?"),
                Arguments.of("underscore in the host", "GET /u HTTP/1.0\r\nHost: my_nas\r\n\r\n", "/u?"),
                Arguments.of("a placeholder", "GET /u?myip=<ipaddr> HTTP/1.0\r\n\r\n", "/u?myip=<ipaddr>"),
                Arguments.of("raw UTF-8", "GET /u?p=\u00c3\u00a4 HTTP/1.0\r\n\r\n", "/u?p=\u00c3\u00a4"),
                Arguments.of(
                        "a prefix", "GET /u?p=2001:db8::/64,1.2.3.4 HTTP/1.0\r\n\r\n", "/u?p=2001:db8::/64,1.2.3.4"),
                Arguments.of("a plus sign, kept raw", "GET /u?p=a+b%2B HTTP/1.0\r\n\r\n", "/u?p=a+b%2B"),
                Arguments.of("a broken escape in the query", "GET /u?p=%zz&q=% HTTP/1.0\r\n\r\n", "/u?p=%zz&q=%"),
                Arguments.of("a parameter twice", "GET /u?a=1&a=2 HTTP/1.0\r\n\r\n", "/u?a=1&a=2"),
                Arguments.of("two slashes", "GET //nic/update?a HTTP/1.0\r\n\r\n", "/nic/update?a"),
                Arguments.of("a path parameter", "GET /nic/update;x=1?a HTTP/1.0\r\n\r\n", "/nic/update?a"),
                Arguments.of("an escaped letter", "GET /nic/up%64ate?a HTTP/1.0\r\n\r\n", "/nic/update?a"),
                Arguments.of("an absolute URI", "GET http://h/u?a HTTP/1.0\r\nHost: h\r\n\r\n", "/u?a"),
                Arguments.of("a user in it", "GET http://u:p@h/u?a HTTP/1.0\r\nHost: h\r\n\r\n", "/u?a"),
                Arguments.of("another host in it", "GET http://h/u?a HTTP/1.0\r\nHost: i\r\n\r\n", "/u?a"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void accepted(String what, String request, String target) {
        assertThat(server.exchange(request))
                .as(what)
                .startsWith("HTTP/1.1 200 OK\r\n")
                .endsWith("\r\n\r\nGET " + target + " from 127.0.0.1 with \n");
    }

    static Stream<Arguments> refused() {
        String anything = "GET / HTTP/1.1\r\n";
        return Stream.of(
                Arguments.of("a literal space", "GET /u?p=a b HTTP/1.1\r\nHost: x\r\n\r\n", 400),
                Arguments.of("a number sign", "GET /u?p=a#b&q=c HTTP/1.1\r\nHost: x\r\n\r\n", 400),
                Arguments.of("no slash", "GET test.test.com HTTP/1.0\r\n\r\n", 400),
                Arguments.of("no path", "GET ?hostname=a HTTP/1.0\r\n\r\n", 400),
                Arguments.of("a broken escape in the path", "GET /up%zz HTTP/1.0\r\n\r\n", 400),
                Arguments.of("Latin-1 in the path", "GET /up%e4 HTTP/1.0\r\n\r\n", 400),
                Arguments.of("a line end in the path", "GET /up%0a HTTP/1.0\r\n\r\n", 400),
                Arguments.of("an escaped slash", "GET /nic%2fupdate HTTP/1.0\r\n\r\n", 400),
                Arguments.of("escaped dots", "GET /nic/%2e%2e/u HTTP/1.0\r\n\r\n", 400),
                Arguments.of("no host in 1.1", anything + "\r\n", 400),
                Arguments.of("an empty host", anything + "Host: \r\n\r\n", 400),
                Arguments.of("a URL as the host", anything + "Host: http://x/\r\n\r\n", 400),
                Arguments.of("two hosts", anything + "Host: x\r\nHost: y\r\n\r\n", 400),
                Arguments.of("a control character", anything + "Host: x\r\nA\u0001: y\r\n\r\n", 400),
                Arguments.of("a folded line", anything + "Host: x\r\nA: b\r\n c\r\n\r\n", 400),
                Arguments.of("a word", "hello\r\n\r\n", 400),
                Arguments.of("TLS", "\u0016\u0003\u0001\u0000\u0010\u0001\r\n\r\n", 400),
                Arguments.of("the PROXY protocol", "PROXY TCP4 192.0.2.1 192.0.2.2 1 2\r\n" + anything, 400),
                Arguments.of("an unknown expectation", anything + "Host: x\r\nExpect: rain\r\n\r\n", 417),
                Arguments.of("a long URL", "GET /" + "a".repeat(9000) + " HTTP/1.0\r\n\r\n", 414),
                Arguments.of("a long field", "GET / HTTP/1.0\r\nA: " + "a".repeat(9000) + "\r\n\r\n", 431),
                Arguments.of("HTTP/0.9", "GET /nic/update\r\n\r\n", 505),
                Arguments.of("HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505),
                Arguments.of("HTTP/9.9", "GET / HTTP/9.9\r\nHost: x\r\n\r\n", 505),
                Arguments.of("CONNECT", "CONNECT x:1 HTTP/1.1\r\nHost: x:1\r\nConnection: close\r\n\r\n", 405),
                Arguments.of("TRACE", "TRACE / HTTP/1.0\r\n\r\n", 405),
                Arguments.of("a method in lower case", "get / HTTP/1.0\r\n\r\n", 405));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refused(String what, String request, int status) {
        assertThat(server.exchange(request))
                .as(what)
                .startsWith("HTTP/1.1 " + status + " ")
                .contains("\r\nContent-Type: text/plain; charset=utf-8\r\n")
                .containsPattern("\r\n\r\nbadagent - [ -~]+\n$");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"GET / HTTP/1.0\r\n\r\n", "GET /%zz HTTP/1.0\r\n\r\n", "x\r\n\r\n", "PUT / HTTP/9.9\r\n\r\n"})
    void tellsNothingOfItsMakerOrOfUrls(String request) {
        assertThat(server.exchange(request))
                .doesNotContainIgnoringCase("jetty")
                .doesNotContainIgnoringCase("<html")
                .doesNotContain("\r\nServer:")
                .doesNotContain("X-Powered-By")
                .doesNotContain("Exception")
                .doesNotContain("%zz");
    }

    @Test
    void saysTheLengthNeverChunksAndForbidsToKeepIt() {
        assertThat(server.exchange("GET /u HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .contains("\r\nContent-Length: 29\r\n")
                .contains("\r\nCache-Control: no-store\r\n")
                .contains("\r\nX-Content-Type-Options: nosniff\r\n")
                .doesNotContain("Transfer-Encoding");
    }

    @Test
    void answersHeadLikeGetWithoutTheBody() {
        assertThat(server.exchange("HEAD /u HTTP/1.0\r\n\r\n"))
                .contains("\r\nContent-Length: 29\r\n")
                .endsWith("\r\n\r\n");
    }

    @Test
    void answersPipelinedRequestsInTheirOrder() {
        String answers = server.exchange("GET /first HTTP/1.1\r\nHost: x\r\n\r\nGET /second HTTP/1.1\r\nHost: x\r\n\r\n"
                + "GET /third HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(answers.lines().filter(line -> line.startsWith("GET ")))
                .extracting(line -> line.substring(4, line.indexOf('?')))
                .containsExactly("/first", "/second", "/third");
    }

    @Test
    void answersClientsThatCloseTheirHalf() {
        try (RawClient client = new RawClient(server.address())) {
            assertThat(client.send("GET /u HTTP/1.1\r\nHost: x\r\n\r\n")
                            .closeOutput()
                            .readToEnd())
                    .startsWith("HTTP/1.1 200 OK\r\n");
        }
    }

    @Test
    void keepsTheConnectionForMore() {
        try (RawClient client = new RawClient(server.address())) {
            for (int i = 0; i < 3; i++) {
                assertThat(client.send("GET /" + i + " HTTP/1.1\r\nHost: x\r\n\r\n")
                                .readReply())
                        .contains("GET /" + i + "?");
            }
        }
    }
}
