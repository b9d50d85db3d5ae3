// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.store;

import io.github.vpsdns.core.VpsDnsException;
import java.time.Duration;

/** What is kept was being changed by somebody else for longer than one wanted to wait. */
public final class StateLockedException extends VpsDnsException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the failure.
     *
     * @param place what is locked, such as a directory
     * @param holder who has it, as far as that is known
     * @param waited how long one has waited
     */
    public StateLockedException(String place, String holder, Duration waited) {
        super(
                "'" + place + "' is in use by " + holder + "; waited " + waited.toSeconds()
                        + " s for it to finish. Try again when it has",
                null);
    }

    @Override
    public boolean isTransient() {
        return true;
    }
}
