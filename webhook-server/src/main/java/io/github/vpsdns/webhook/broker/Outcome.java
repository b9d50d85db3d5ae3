// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.broker;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of a request for a challenge. */
sealed interface Outcome {
    /** What was asked for is true: the API says so. */
    record Done() implements Outcome {}

    /** The owner has as many values as one may have. */
    record TooMany(String reason) implements Outcome {}

    /** No zone of the account has the name. */
    record NoZone(String reason) implements Outcome {}

    /** The API does not want it, and will not later. */
    record Refused(String reason) implements Outcome {}

    /**
     * Not now. What was to be presented is being withdrawn; what was to be withdrawn will be as soon as that is possible.
     *
     * @param reason one sentence
     * @param after when it may be tried again, or {@code null} if that is not known
     */
    record NotNow(String reason, @Nullable Duration after) implements Outcome {}
}
