// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.broker;

import java.time.Duration;

/**
 * How long things take.
 *
 * @param patience how long a client waits for the API
 * @param sweep how often the notes are looked through for what has ended
 * @param stop how long stopping waits for calls that are under way
 */
record Timing(Duration patience, Duration sweep, Duration stop) {
    /**
     * lego waits half a minute, the others longer; the HTTP server answers in our place after 25 seconds, and a client that it has told to come
     * again must not have its value confirmed after that.
     */
    static final Timing DEFAULT = new Timing(Duration.ofSeconds(20), Duration.ofSeconds(30), Duration.ofSeconds(10));
}
