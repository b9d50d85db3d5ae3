// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.api;

import com.sun.net.httpserver.Headers;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * A call as it came in, body read. {@code path} is below the API's root if {@code inApi}, otherwise the whole path;
 * {@code origin} is how the caller named us.
 */
final class Request {
    private final String method;
    private final boolean inApi;
    private final String path;
    private final String query;
    private final String origin;
    private final Headers headers;
    private final byte[] body;

    Request(String method, boolean inApi, String path, String query, String origin, Headers headers, byte[] body) {
        this.method = method;
        this.inApi = inApi;
        this.path = path;
        this.query = query;
        this.origin = origin;
        this.headers = headers;
        this.body = body;
    }

    String method() {
        return method;
    }

    boolean inApi() {
        return inApi;
    }

    String path() {
        return path;
    }

    String query() {
        return query;
    }

    String origin() {
        return origin;
    }

    byte[] body() {
        return body;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.getFirst(name));
    }

    /** The last value of a query parameter, as Django's {@code QueryDict.get} has it. */
    Optional<String> parameter(String name) {
        return Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> decode(pair[0]).equals(name))
                .map(pair -> pair.length == 2 ? decode(pair[1]) : "")
                .reduce((first, last) -> last);
    }

    private static String decode(String part) {
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return part;
        }
    }
}
