// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.SplittableRandom;

/** Makes broken requests of what routers send; the same seed gives the same ones. Not thread-safe. */
@SuppressWarnings("StringConcatToTextBlock") // the ends of lines are what matters
final class RequestMutator {
    private static final List<String> REQUESTS = List.of(
            "GET /nic/update?hostname=a.example.com&myip=192.0.2.1 HTTP/1.0\r\nHost: dyn.example.com\r\n"
                    + "Authorization: Basic dXNlcjpwYXNz\r\nUser-Agent: inadyn/2.9.1\r\n\r\n",
            "GET /nic/update?system=dyndns&hostname=a.example.com&myip=2001:db8::1&wildcard=OFF HTTP/1.1\r\n"
                    + "Host: dyn.example.com\r\nUser-Agent: ddclient/3.10.0\r\nConnection: close\r\n\r\n",
            "GET /update?domains=a&token=user:pass&ip= HTTP/1.1\r\nHost: x\r\nAccept: */*\r\n\r\n",
            "GET http://u:p@h/nic/update?a=%41+b HTTP/1.1\r\nHost: h\r\nForwarded: for=\"[::1]:1\"\r\n\r\n",
            "POST /present HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 41\r\n\r\n"
                    + "{\"fqdn\":\"_acme-challenge.x.\",\"value\":\"yz\"}",
            "POST /update HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nExpect: 100-continue\r\n\r\n"
                    + "5\r\nabcde\r\n0\r\nTrailer: x\r\n\r\n",
            "HEAD /nic/checkip HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 1.2.3.4, ::1\r\n\r\n",
            "PROXY TCP4 1.2.3.4 5.6.7.8 9 10\r\nGET / HTTP/1.0\r\n\r\n");

    private static final List<String> PIECES = List.of(
            "\r",
            "\n",
            "\r\n",
            "\r\n\r\n",
            " ",
            "\t",
            "\0",
            ":",
            ";",
            "#",
            "%",
            "%00",
            "%zz",
            "%2e%2e/",
            "//",
            "/../",
            "?",
            "&&",
            "=",
            "\"",
            "\u00ff",
            "\u00c3\u00a4",
            "HTTP/1.1",
            "HTTP/2.0",
            "-1",
            "99999999999999999999",
            "0x1",
            "Content-Length: 3\r\n",
            "Content-Length: 70000\r\n",
            "Transfer-Encoding: chunked\r\n",
            "Transfer-Encoding: identity\r\n",
            "Expect: 100-continue\r\n",
            "Connection: upgrade\r\nUpgrade: h2c\r\n",
            "Host: [::1\r\n",
            "Host: y\r\n",
            "Range: bytes=0-\r\n",
            "Content-Encoding: gzip\r\n",
            "PRI * HTTP/2.0\r\n",
            "\u0016\u0003\u0001\u0002\u0000\u0001",
            "a".repeat(600),
            "<ipaddr>",
            "PROXY ");

    private final SplittableRandom random;

    RequestMutator(long seed) {
        random = new SplittableRandom(seed);
    }

    byte[] next() {
        StringBuilder text = new StringBuilder(REQUESTS.get(random.nextInt(REQUESTS.size())));
        for (int changes = 1 + random.nextInt(4); changes > 0 && text.length() > 1; changes--) {
            change(text, random.nextInt(text.length()));
        }
        return text.toString().getBytes(ISO_8859_1);
    }

    private void change(StringBuilder text, int at) {
        switch (random.nextInt(6)) {
            case 0 -> text.setCharAt(at, (char) random.nextInt(256));
            case 1 -> text.setCharAt(at, (char) (text.charAt(at) ^ 1 << random.nextInt(8)));
            case 2 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(20)));
            case 3 -> text.insert(at, text.substring(at, Math.min(text.length(), at + 1 + random.nextInt(40))));
            case 4 -> text.setLength(at);
            default -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
        }
    }
}
