// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.auth;

import io.github.vpsdns.webhook.settings.User;
import java.time.Instant;

/** Whether somebody is let in. */
public sealed interface Admission {
    /**
     * They are who they say.
     *
     * @param user who, with what they may do
     */
    record Admitted(User user) implements Admission {}

    /** The name or the password is wrong, the user's time is over, or they come from elsewhere than they may. */
    record Refused() implements Admission {}

    /**
     * Too many wrong passwords.
     *
     * @param until when they may try again
     */
    record LockedOut(Instant until) implements Admission {}

    /**
     * Too many requests.
     *
     * @param until when one more is taken
     */
    record TooMany(Instant until) implements Admission {}

    /** There is more to verify than the server can do now, or it cannot remember failures; worth trying again. */
    record Busy() implements Admission {}
}
