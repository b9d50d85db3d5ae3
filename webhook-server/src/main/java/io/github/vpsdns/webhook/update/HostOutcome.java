// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.update;

import java.net.InetAddress;
import java.util.List;

/** What became of a wish for one host. Addresses are those of the families that the client spoke of, IPv4 first; none if removed. */
public sealed interface HostOutcome {
    /**
     * The API has accepted it.
     *
     * @param addresses what the records say now
     */
    record Changed(List<InetAddress> addresses) implements HostOutcome {
        /** Copies the list. */
        public Changed {
            addresses = List.copyOf(addresses);
        }
    }

    /**
     * It was so already.
     *
     * @param addresses what the records say
     */
    record Unchanged(List<InetAddress> addresses) implements HostOutcome {
        /** Copies the list. */
        public Unchanged {
            addresses = List.copyOf(addresses);
        }
    }

    /**
     * It is not done yet.
     *
     * @param accepted whether it is noted and goes on; the client has to come again otherwise
     */
    record Later(boolean accepted) implements HostOutcome {}

    /** It changes too often; nothing was noted. */
    record TooOften() implements HostOutcome {}

    /** No zone of the API's account has the name; nothing was noted, or no more. */
    record NoZone() implements HostOutcome {}

    /**
     * It cannot be done as things are: a CNAME is in the way, there is no host part to put behind a prefix, or the API refuses it.
     *
     * @param reason one sentence
     */
    record Impossible(String reason) implements HostOutcome {}
}
