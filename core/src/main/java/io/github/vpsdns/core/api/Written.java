// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.api;

import io.github.vpsdns.core.error.ProtocolException;
import io.github.vpsdns.core.http.Reply;
import io.github.vpsdns.core.http.ReplyReader;
import io.github.vpsdns.core.http.UnexpectedShapeException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * The answer to a write that the API says has happened. What it looks like is not documented, so a body that is something else
 * does not undo the success: the value is then read back.
 *
 * @param status the HTTP status
 * @param value what the body shows, or {@code null} if it cannot be understood
 */
record Written<T>(int status, @Nullable T value) {
    private static final Logger LOG = LoggerFactory.getLogger(Written.class);

    static <T> ReplyReader<Written<T>> reader(ReplyReader<T> body) {
        return reply -> new Written<>(reply.status(), readOrNull(reply, body));
    }

    private static <T> @Nullable T readOrNull(Reply reply, ReplyReader<T> body) {
        try (reply) {
            return body.read(reply);
        } catch (IOException | JacksonException | UnexpectedShapeException | ProtocolException e) {
            LOG.debug("answer of a write not understood: {}", e.toString());
            return null;
        }
    }
}
