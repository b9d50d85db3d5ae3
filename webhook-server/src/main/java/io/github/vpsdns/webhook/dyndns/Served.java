// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.dyndns;

import io.github.vpsdns.webhook.exchange.Reply;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request came to.
 *
 * @param lines the lines of the answer, one or more
 * @param user who was let in, or {@code null} if nobody was
 */
record Served(List<Line> lines, @Nullable String user) {
    static Served nobody(ReturnCode code) {
        return new Served(List.of(Line.of(code)), null);
    }

    /** Notes in the reply who was let in. */
    Reply sign(Reply reply) {
        return user == null ? reply : reply.to(user);
    }
}
