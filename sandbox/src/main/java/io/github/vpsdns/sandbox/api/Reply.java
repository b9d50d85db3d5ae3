// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.api;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What goes back to the caller. */
final class Reply {
    static final String JSON_TYPE = "application/json";
    static final String HTML_TYPE = "text/html; charset=utf-8";

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    Reply(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = Map.copyOf(headers);
        this.body = body;
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }

    static Reply json(int status, JsonNode body) {
        return new Reply(status, Map.of("Content-Type", JSON_TYPE), Json.MAPPER.writeValueAsBytes(body));
    }

    static Reply noContent() {
        return new Reply(204, Map.of(), new byte[0]);
    }

    static Reply html(int status, String title, String text) {
        String page = "\n<!doctype html>\n<html lang=\"en\">\n<head>\n  <title>" + title
                + "</title>\n</head>\n<body>\n  <h1>" + title + "</h1><p>" + text + "</p>\n</body>\n</html>\n";
        return new Reply(status, Map.of("Content-Type", HTML_TYPE), page.getBytes(StandardCharsets.UTF_8));
    }

    Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, body);
    }

    Reply withBody(byte[] other, String type) {
        return new Reply(status, headers, other).with("Content-Type", type);
    }
}
