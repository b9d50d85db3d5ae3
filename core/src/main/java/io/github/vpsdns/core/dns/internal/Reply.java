// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.dns.internal;

import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;

/** What came of one question to one server. */
public sealed interface Reply {
    /**
     * An answer that fits the question.
     *
     * @param message whole, whatever its response code
     */
    record Response(Message message) implements Reply {
        @Override
        public String toString() {
            return Rcode.string(message.getRcode());
        }
    }

    /**
     * No answer.
     *
     * @param reason one clause
     * @param silent whether nothing came back from the server at all
     */
    record Failure(String reason, boolean silent) implements Reply {
        @Override
        public String toString() {
            return reason;
        }
    }
}
