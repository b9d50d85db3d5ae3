// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.dns;

/** How a name server treats queries. */
public enum Behaviour {
    /** Answers from its zones. */
    ANSWER,
    /** Takes queries and never answers, like a host that is down behind a firewall. */
    SILENT,
    /** Answers SERVFAIL. */
    SERVFAIL,
    /** Answers REFUSED, like a server that has not been told of the zone. */
    REFUSED,
    /** Answers every UDP query empty and truncated, so that the client must come again by TCP. */
    TRUNCATED
}
