// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.http;

import io.github.vpsdns.core.InvalidValueException;
import java.net.URI;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The base URL of the API, and the only place where its URLs are made: all lie below it, end their path in {@code /}, and
 * therefore never carry the token elsewhere. Immutable and thread-safe.
 */
public final class Endpoint {
    private static final String DEFAULT_PATH = "/api/v1";
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|(.+\\.)?localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|::1");

    private final HttpUrl base;

    private Endpoint(HttpUrl base) {
        this.base = base;
    }

    /**
     * Reads a base URL.
     *
     * @param url such as {@code https://admin.vps.org/api/v1}; a bare origin gets {@code /api/v1}
     * @return the endpoint
     * @throws InvalidValueException if it is not an absolute http(s) URL, is plain http to another host than this one, or has
     *     credentials, a query or a fragment
     */
    public static Endpoint of(URI url) {
        @Nullable HttpUrl parsed = HttpUrl.parse(url.toString());
        if (parsed == null) {
            throw new InvalidValueException("'" + withoutUserInfo(url)
                    + "' is not a usable API URL; expected one such as https://admin.vps.org/api/v1");
        }
        String shown = "the API URL of host '" + parsed.host() + "'";
        if (!parsed.username().isEmpty() || !parsed.password().isEmpty()) {
            throw new InvalidValueException(shown + " holds a user name or password; the API takes a token only");
        }
        if (parsed.query() != null || parsed.fragment() != null) {
            throw new InvalidValueException(shown + " has a query or a fragment; expected only a path");
        }
        if (!parsed.isHttps() && !LOOPBACK.matcher(parsed.host()).matches()) {
            throw new InvalidValueException("'" + parsed
                    + "' would send the API token in the clear; expected https, plain http is for this machine only");
        }
        String path = parsed.encodedPath().replaceAll("/+$", "");
        return new Endpoint(parsed.newBuilder()
                .encodedPath((path.isEmpty() ? DEFAULT_PATH : path) + "/")
                .build());
    }

    /**
     * Tells whether connections are encrypted.
     *
     * @return whether the scheme is https
     */
    public boolean isSecure() {
        return base.isHttps();
    }

    /**
     * Returns a URL below the base.
     *
     * @param segments parts of the path, taken literally
     * @return the URL, its path ending in {@code /}
     */
    public HttpUrl at(String... segments) {
        HttpUrl.Builder url = base.newBuilder();
        for (String segment : segments) {
            url.addPathSegment(segment);
        }
        return url.addPathSegment("").build();
    }

    /**
     * Returns where the next page of a list is. Of the link that the API sent only the query is used: behind a proxy its
     * origin may be an inner one, and wherever it points, the token stays with the base.
     *
     * @param own the URL of the list
     * @param link the link that came
     * @return the list's URL with the link's query
     * @throws UnexpectedShapeException if the link is no URL, or leads to another path
     */
    static HttpUrl follow(HttpUrl own, String link) {
        @Nullable HttpUrl resolved = own.resolve(link);
        if (resolved == null) {
            throw new UnexpectedShapeException("a link to the next page that is no URL");
        }
        if (!resolved.encodedPath().equals(own.encodedPath())) {
            throw new UnexpectedShapeException("a link to the next page that leads to another path, '"
                    + resolved.encodedPath() + "' instead of '" + own.encodedPath() + "'");
        }
        return own.newBuilder().encodedQuery(resolved.encodedQuery()).build();
    }

    private static String withoutUserInfo(URI url) {
        return url.toString().replaceAll("//[^/@]*@", "//***@");
    }

    @Override
    public String toString() {
        return base.toString();
    }
}
