// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.http;

import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What to tell of requests that are no HTTP. Nothing of the request itself is in it: it is the ones with a password in the wrong
 * place that come here.
 */
final class BadRequests {
    private static final String URL =
            "the URL has a character that HTTP does not allow there, such as a space or '#'; a FRITZ!Box puts passwords"
                    + " into the URL as they are: choose one of letters and digits, or leave <pass> out of the URL";
    private static final String PATH =
            "the request names no path; the URL needs one behind the host, such as /nic/update, also in the server field"
                    + " of a UniFi gateway: host/nic/update?hostname=%h&myip=%i";
    private static final String ESCAPES =
            "the path has escapes or segments that lead nowhere here; expected a plain one such as /nic/update";
    private static final String TLS =
            "the client speaks TLS where only plain HTTP is spoken; write http:// into its URL, or give the server a"
                    + " certificate";
    private static final String VERSION =
            "the request line names no HTTP version, or another than 1.0 and 1.1; expected one such as GET /nic/update"
                    + " HTTP/1.1";
    private static final String HOST = "the Host field is missing, empty, twice there or no host and port";
    private static final String BODY = "the body ends early, or is not of the length or form that was announced";
    private static final String NONE = "the bytes are no HTTP request";

    private BadRequests() {}

    /**
     * Tells why a request was refused.
     *
     * @param status what it is answered with
     * @param failure Jetty's word for it, or {@code null}
     * @return one sentence, and what to do about it
     */
    static String reason(int status, @Nullable Throwable failure) {
        return switch (status) {
            case 405 -> "the method is none of those that are spoken here";
            case 413 -> "the body is larger than " + HttpLimits.BODY_BYTES / 1024 + " KiB";
            case 414, 431 -> "the header is larger than " + HttpLimits.HEADER_BYTES / 1024 + " KiB";
            case 505 -> VERSION;
            default -> reason(words(failure));
        };
    }

    /** What Jetty says of it and of what led to it, neither of which tells all. */
    private static String words(@Nullable Throwable failure) {
        StringBuilder words = new StringBuilder();
        for (Throwable each = failure; each != null; each = each.getCause()) {
            words.append(each.getMessage()).append(' ');
        }
        return words.toString().toLowerCase(Locale.ROOT);
    }

    private static String reason(String message) {
        if (message.contains("cntl=0x16")) {
            return TLS;
        }
        if (hasOneOf(message, "space=", "fragment")) {
            return URL;
        }
        if (hasOneOf(message, "bad uri path", "relative path")) {
            return PATH;
        }
        if (hasOneOf(message, "ambiguous", "utf", "suspicious", "bad request")) {
            return ESCAPES;
        }
        if (message.contains("host")) {
            return HOST;
        }
        return hasOneOf(message, "body", "content", "chunk", "eof") ? BODY : NONE;
    }

    private static boolean hasOneOf(String message, String... words) {
        return Stream.of(words).anyMatch(message::contains);
    }
}
