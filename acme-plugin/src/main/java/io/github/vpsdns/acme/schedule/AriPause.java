// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.schedule;

import io.github.vpsdns.core.InvalidValueException;
import java.time.Instant;

/**
 * That the CA is not to be asked for a renewal window for a while, because it has not told one when it was asked last.
 *
 * @param failures how often in a row asking has failed; 0 if the CA just tells no windows
 * @param until when to ask again
 */
public record AriPause(int failures, Instant until) {
    /**
     * Checks the count.
     *
     * @throws InvalidValueException if it is negative
     */
    public AriPause {
        if (failures < 0) {
            throw new InvalidValueException(failures + " failures are less than none");
        }
    }
}
