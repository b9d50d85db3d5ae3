// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.settings;

import java.time.Duration;

/**
 * How much is taken of whom.
 *
 * @param accountFailures after how many wrong passwords in the window a user is locked out, 1 or more
 * @param addressFailures after how many wrong passwords in the window an address is locked out, 1 or more
 * @param lockout how long the window and a lock-out are
 * @param userRequests how many requests a user may make a minute, and at once
 * @param nameChanges how often the records of a name may change at once; one more is earned each minute
 */
public record Limits(int accountFailures, int addressFailures, Duration lockout, int userRequests, int nameChanges) {
    /** What is in force without any other word: 10 and 100 in 15 minutes, 60 requests a minute, 10 changes. */
    public static final Limits DEFAULT = new Limits(10, 100, Duration.ofMinutes(15), 60, 10);
}
