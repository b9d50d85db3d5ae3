// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.dyndns;

import io.github.vpsdns.webhook.exchange.Call;
import io.github.vpsdns.webhook.exchange.Headers;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A request's text as it stands on the wire, read as far as the protocols look at it. */
final class RawRequest {
    private RawRequest() {}

    static Call call(String text, InetAddress client) {
        String[] parts = text.split("\n\n", 2);
        String[] lines = parts[0].strip().split("\n", -1);
        String[] first = lines[0].split(" ", -1);
        if (first.length != 3) {
            throw new IllegalArgumentException("no request line: " + lines[0]);
        }
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            fields.computeIfAbsent(lines[i].substring(0, colon), any -> new ArrayList<>())
                    .add(lines[i].substring(colon + 1).strip());
        }
        int question = first[1].indexOf('?');
        String path = question < 0 ? first[1] : first[1].substring(0, question);
        String query = question < 0 ? "" : first[1].substring(question + 1);
        byte[] body = (parts.length < 2 ? "" : parts[1]).strip().getBytes(StandardCharsets.UTF_8);
        return new Call(first[0], URI.create(path).getPath(), query, new Headers(fields), body, client, false);
    }
}
