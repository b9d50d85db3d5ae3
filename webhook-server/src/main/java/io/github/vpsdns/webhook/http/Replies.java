// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.http;

import io.github.vpsdns.webhook.exchange.Reply;

/**
 * What is answered where no protocol has the word. The first word is one that routers know and show: {@code badagent}, which is
 * Dyn's for requests that are not made as agreed and not to be repeated, and {@code 911}, its word for trouble of the server's, which
 * is to be tried again. No other word is in them that a router may take for success ({@code good}, {@code nochg}, {@code OK}).
 */
final class Replies {
    static final Reply NOT_FOUND =
            Reply.text(404, "badagent - there is nothing at this path; updates go to /nic/update\n");
    static final Reply FAULT = Reply.text(500, "911\n");
    static final Reply TOO_LONG = Reply.text(503, "911\n");

    private Replies() {}

    static Reply notAllowed(String methods) {
        return Reply.text(405, "badagent - this path takes " + methods + "\n").with("Allow", methods);
    }

    /** What is answered with a status when a request did not get as far as an endpoint. */
    static Reply of(int status) {
        return Reply.text(status, text(status));
    }

    private static String text(int status) {
        if ((status >= 500 && status != 505) || status == 408) {
            return "911\n";
        }
        return switch (status) {
            case 404 -> "badagent - there is nothing at this path\n";
            case 413 -> "badagent - the body is larger than " + HttpLimits.BODY_BYTES / 1024 + " KiB\n";
            case 414, 431 -> "badagent - the header is larger than " + HttpLimits.HEADER_BYTES / 1024 + " KiB\n";
            case 505 -> "badagent - this server speaks HTTP/1.0 and HTTP/1.1\n";
            default -> "badagent - this is not a valid HTTP request\n";
        };
    }
}
