// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.http;

import java.time.Duration;

/**
 * How much clients may cost.
 *
 * @param connections how many there are at once; more are closed at once
 * @param connectionsOfOne how many of those may be of one address that is neither a trusted proxy nor this host
 * @param requests how many are worked on at once; more wait for a while, then are answered 503
 * @param whole how long a client may take from opening the connection, or from the last reply, to the end of its request's header,
 *     and from there to the end of the reply; then the connection is closed
 * @param answer how long an endpoint may take; then 503 is answered in its place
 * @param stop how long a stop waits for what is under way
 */
record HttpLimits(int connections, int connectionsOfOne, int requests, Duration whole, Duration answer, Duration stop) {
    /** The largest request line and header fields together. */
    static final int HEADER_BYTES = 8 * 1024;

    /** The largest body. */
    static final int BODY_BYTES = 16 * 1024;

    static final HttpLimits DEFAULT =
            new HttpLimits(1_000, 100, 500, Duration.ofSeconds(30), Duration.ofSeconds(25), Duration.ofSeconds(10));
}
