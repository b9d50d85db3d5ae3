// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.web;

import io.github.vpsdns.core.json.JsonTree;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What a page says, where it has one of the forms that are believed. */
final class EchoBody {
    private static final String TOLD = "ip=";
    private static final Pattern TRACE_LINE = Pattern.compile("[a-z][a-z0-9_]*=[\\x20-\\x7e]*");

    private EchoBody() {}

    /** Returns what stands in the place of the address, which may still be anything. */
    static String told(byte[] body) {
        String text = new String(body, StandardCharsets.ISO_8859_1).strip();
        return (text.startsWith("{") ? json(body) : trace(text)).orElse(text);
    }

    /** Cloudflare's format: a line each of key and value, and exactly one address. */
    private static Optional<String> trace(String text) {
        List<String> lines = text.lines().toList();
        if (!lines.stream().allMatch(line -> TRACE_LINE.matcher(line).matches())) {
            return Optional.empty();
        }
        List<String> told = lines.stream().filter(line -> line.startsWith(TOLD)).toList();
        return told.size() == 1 ? Optional.of(told.get(0).substring(TOLD.length())) : Optional.empty();
    }

    private static Optional<String> json(byte[] body) {
        try {
            @Nullable JsonNode member = JsonTree.readStrictly(body).get("ip");
            return member != null && member.isString() ? Optional.of(member.stringValue()) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
