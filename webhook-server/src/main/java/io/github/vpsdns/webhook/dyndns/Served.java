// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.dyndns;

import io.github.vpsdns.webhook.exchange.Reply;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request came to.
 *
 * @param lines the lines of the answer, one or more
 * @param test whether the request was a test, so that nothing was written
 * @param user who was let in, or {@code null} if nobody was
 */
record Served(List<Line> lines, boolean test, @Nullable String user) {
    static Served nobody(ReturnCode code, Message message) {
        return new Served(List.of(Line.of(code)), message.isTest(), null);
    }

    /** Notes in the reply who was let in, and whether it was a test, of which the body says nothing. */
    Reply sign(Reply reply) {
        Reply marked = test ? reply.with("X-VpsDNS-Test", "nothing was written") : reply;
        return user == null ? marked : marked.to(user);
    }
}
