// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.store;

import io.github.vpsdns.core.VpsDnsException;
import java.time.Duration;

/** The state directory was in use by another process for longer than one wanted to wait. */
public final class StateLockedException extends VpsDnsException {
    private static final long serialVersionUID = 1L;

    StateLockedException(String directory, String holder, Duration waited) {
        super(
                "'" + directory + "' is in use by " + holder + "; waited " + waited.toSeconds()
                        + " s for it to finish. Try again when it has",
                null);
    }

    @Override
    public boolean isTransient() {
        return true;
    }
}
