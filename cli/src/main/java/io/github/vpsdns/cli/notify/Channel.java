// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.notify;

/** A way to a person. */
interface Channel {
    /**
     * Sends a notice, within a time limit of its own.
     *
     * @param notice what to tell
     * @throws RuntimeException if it did not arrive; the message says why and shows no secret
     */
    void send(Notice notice);
}
