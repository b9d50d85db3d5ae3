// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page;

import java.time.Instant;

/**
 * Something that went wrong, maybe more than once.
 *
 * @param kind whose doing it was
 * @param what one sentence
 * @param first when it happened first
 * @param last when it happened last
 * @param count how often
 */
record Incident(Kind kind, String what, Instant first, Instant last, long count) {
    enum Kind {
        /** The server's, the API's or the configuration's. */
        OURS,
        /** Somebody's who was not let in, or who asked for what is not theirs. */
        THEIRS
    }

    Incident again(Instant now) {
        return new Incident(kind, what, first, now, count + 1);
    }
}
