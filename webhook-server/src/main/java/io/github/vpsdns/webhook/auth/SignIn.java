// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.auth;

import java.time.Instant;

/** Whether somebody may see the page for people. */
public sealed interface SignIn {
    /** The password is right. */
    record Welcome() implements SignIn {}

    /** The password is wrong. */
    record Refused() implements SignIn {}

    /**
     * Too many wrong passwords.
     *
     * @param until when they may try again
     */
    record LockedOut(Instant until) implements SignIn {}

    /** There is more to verify than the server can do now, or it cannot remember failures; worth trying again. */
    record Busy() implements SignIn {}
}
