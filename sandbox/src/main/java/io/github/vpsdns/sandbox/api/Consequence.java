// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.api;

/** How a call ends on the wire. */
sealed interface Consequence {
    /** The answer as it should be. */
    record Answer(Reply reply) implements Consequence {}

    /** The first half of an answer, then the end of the connection. */
    record Half(Reply reply) implements Consequence {}

    /** The end of the connection. */
    record Nothing() implements Consequence {}
}
