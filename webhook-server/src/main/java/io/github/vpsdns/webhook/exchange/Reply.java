// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.exchange;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is answered.
 *
 * @param status the HTTP status
 * @param type the media type, with its charset where it has one
 * @param body the whole body; not to be changed
 * @param headers further header fields
 * @param user who was let in, for the log, or {@code null}; not sent
 */
@SuppressWarnings("ArrayRecordComponent")
public record Reply(
        int status,
        String type,
        byte[] body,
        Map<String, String> headers,
        @Nullable String user) {
    /** Copies the header fields. */
    public Reply {
        headers = Map.copyOf(headers);
    }

    /**
     * Makes a reply to nobody in particular.
     *
     * @param status the HTTP status
     * @param type the media type, with its charset where it has one
     * @param body the whole body; not to be changed
     * @param headers further header fields
     */
    public Reply(int status, String type, byte[] body, Map<String, String> headers) {
        this(status, type, body, headers, null);
    }

    /**
     * Makes a reply of plain text.
     *
     * @param status the HTTP status
     * @param text the body
     * @return the reply
     */
    public static Reply text(int status, String text) {
        return new Reply(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    /**
     * Makes a reply of JSON.
     *
     * @param status the HTTP status
     * @param json the body
     * @return the reply
     */
    public static Reply json(int status, String json) {
        return new Reply(status, "application/json", json.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    /**
     * Adds a header field.
     *
     * @param name its name
     * @param value its value
     * @return a reply with it
     */
    public Reply with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, type, body, more, user);
    }

    /**
     * Says who was let in, for the log.
     *
     * @param name the user
     * @return the same reply, with its user
     */
    public Reply to(String name) {
        return new Reply(status, type, body, headers, name);
    }

    /** Returns the status and the size. */
    @Override
    public String toString() {
        return status + ", " + body.length + " bytes of " + type;
    }
}
