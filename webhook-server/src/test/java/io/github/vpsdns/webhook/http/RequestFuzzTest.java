// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.testing.ChildJvm;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Broken requests by the thousand at a server with little memory, four at a time, and whole ones in between. */
class RequestFuzzTest {
    private static final int EACH = 5_000;
    private static final long CLIENTS = 4;
    private static final String WHOLE = "GET /u HTTP/1.0\r\n\r\n";
    /** Success, the client's fault, or an HTTP version that is not spoken; 100 where that was asked for. */
    private static final Pattern ANSWER = Pattern.compile(
            "(HTTP/1\\.1 100 Continue\r\n\r\n)?HTTP/1\\.1 (200|4[0-9][0-9]|505) [ -~]+\r\n.*", Pattern.DOTALL);

    @Test
    void neverBlamesTheServerNorTellsOfItsInside() {
        try (ChildJvm child = ChildJvm.start(List.of("-Xmx48m", "-XX:MaxDirectMemorySize=48m"), EchoProcess.class)) {
            InetSocketAddress server =
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(child.line()));
            List<String> wrong = LongStream.range(0, CLIENTS)
                    .parallel()
                    .boxed()
                    .flatMap(seed -> attack(server, seed).stream())
                    .toList();
            assertThat(wrong).isEmpty();
            assertThat(RawClient.exchange(server, WHOLE)).startsWith("HTTP/1.1 200 ");
        }
    }

    /** Returns the requests that were answered as they should not be. */
    private static List<String> attack(InetSocketAddress server, long seed) {
        RequestMutator mutator = new RequestMutator(seed);
        return LongStream.range(0, EACH)
                .mapToObj(number -> number % 500 == 0 ? WHOLE.getBytes(ISO_8859_1) : mutator.next())
                .flatMap(request -> {
                    String answer = answer(server, request);
                    boolean whole = new String(request, ISO_8859_1).equals(WHOLE);
                    boolean right = answer.isEmpty() ? !whole : isRight(answer);
                    return right
                            ? Stream.<String>empty()
                            : Stream.of(new String(request, ISO_8859_1) + "\n==>\n" + answer);
                })
                .toList();
    }

    private static boolean isRight(String answer) {
        return ANSWER.matcher(answer).matches() && !answer.contains("etty") && !answer.contains("Exception");
    }

    private static String answer(InetSocketAddress server, byte[] request) {
        try (RawClient client = new RawClient(server)) {
            return client.withoutFarewell().send(request).closeOutput().readToEnd();
        }
    }
}
