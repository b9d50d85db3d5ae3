// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.dns;

import io.github.vpsdns.core.InvalidValueException;
import java.time.Duration;

/**
 * How long to wait for the servers, and what to make of one that is down.
 *
 * @param timeout limit of the whole wait
 * @param interval wait between two questions to one server; grows to a tenth of the time waited, up to 2 s, and varies by a
 *     tenth
 * @param tolerateSilentAfter how long a server may give no sign of life before it is left out, as long as at least one other
 *     server has the value; longer than {@code timeout} to insist on all
 */
public record PropagationPolicy(Duration timeout, Duration interval, Duration tolerateSilentAfter) {
    /** Ten minutes, a question every half second, a dead server left out after 30 seconds. */
    public static final PropagationPolicy DEFAULT =
            new PropagationPolicy(Duration.ofMinutes(10), Duration.ofMillis(500), Duration.ofSeconds(30));

    /**
     * Checks the interval.
     *
     * @throws InvalidValueException if it is not positive
     */
    public PropagationPolicy {
        if (interval.isNegative() || interval.isZero()) {
            throw new InvalidValueException(
                    "an interval of " + interval + " between two questions is refused; expected more than 0");
        }
    }
}
