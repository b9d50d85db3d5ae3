// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestBodyTest {
    private final TestServer server = TestServer.echo();

    @AfterEach
    void stop() {
        server.close();
    }

    private static String post(String fields, String body) {
        return "POST /u HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + fields + "\r\n" + body;
    }

    @Test
    void readsABodyOfSaidLength() {
        assertThat(server.exchange(post("Content-Length: 3\r\n", "abc"))).endsWith("with abc\n");
    }

    @Test
    void readsABodyInChunks() {
        assertThat(server.exchange(post("Transfer-Encoding: chunked\r\n", "2\r\nab\r\n1\r\nc\r\n0\r\n\r\n")))
                .endsWith("with abc\n");
    }

    @Test
    void readsABodyThatComesInPieces() {
        try (RawClient client = new RawClient(server.address())) {
            client.send(post("Content-Length: 6\r\n", "")).send("abc").send("def");
            assertThat(client.readToEnd()).endsWith("with abcdef\n");
        }
    }

    @Test
    void takesPostWithoutABody() {
        assertThat(server.exchange("POST /u?a=b HTTP/1.0\r\n\r\n")).endsWith("POST /u?a=b from 127.0.0.1 with \n");
    }

    @Test
    void asksForABodyThatWaitsToBeAskedFor() {
        try (RawClient client = new RawClient(server.address())) {
            client.send(post("Content-Length: 3\r\nExpect: 100-continue\r\n", ""));
            assertThat(client.readReply()).startsWith("HTTP/1.1 100 Continue\r\n");
            assertThat(client.send("abc").readToEnd()).endsWith("with abc\n");
        }
    }

    @Test
    void takesTheLargestBody() {
        String body = "a".repeat(HttpLimits.BODY_BYTES);
        assertThat(server.exchange(post("Content-Length: " + body.length() + "\r\n", body)))
                .endsWith("with " + body + "\n");
    }

    @Test
    void refusesALargerOneUnread() {
        try (RawClient client = new RawClient(server.address())) {
            client.send(post("Content-Length: " + (HttpLimits.BODY_BYTES + 1) + "\r\n", ""));
            assertThat(client.readToEnd())
                    .startsWith("HTTP/1.1 413 ")
                    .endsWith("\r\n\r\nbadagent - the body is larger than 16 KiB\n");
        }
    }

    @Test
    void refusesALargerOneInChunks() {
        String chunk = "1000\r\n" + "a".repeat(0x1000) + "\r\n";
        assertThat(server.exchange(post("Transfer-Encoding: chunked\r\n", chunk.repeat(5) + "0\r\n\r\n")))
                .startsWith("HTTP/1.1 413 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: -1\r\n\r\n",
                "Content-Length: x\r\n\r\n",
                "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab",
                "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\nzz\r\nab\r\n0\r\n\r\n",
                "Transfer-Encoding: rot13\r\n\r\nab",
            })
    void refusesLengthsThatMeanNothing(String rest) {
        assertThat(server.exchange("POST /u HTTP/1.1\r\nHost: x\r\n" + rest)).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void refusesABodyThatEndsEarly() {
        try (RawClient client = new RawClient(server.address())) {
            client.send(post("Content-Length: 9\r\n", "abc")).closeOutput();
            assertThat(client.readToEnd()).startsWith("HTTP/1.1 400 ");
        }
    }

    @Test
    void leavesTheBodyOfOtherMethodsUnread() {
        assertThat(server.exchange("GET /u HTTP/1.0\r\nContent-Length: 3\r\n\r\nabc"))
                .endsWith("GET /u? from 127.0.0.1 with \n");
    }
}
