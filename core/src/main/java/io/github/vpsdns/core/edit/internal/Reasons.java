// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit.internal;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.concurrent.TaskOutcome;

/** Why a call did not come to its good end. */
public final class Reasons {
    private Reasons() {}

    /** Says so of an outcome other than done. */
    public static VpsDnsException of(TaskOutcome<?> outcome, String step) {
        if (outcome instanceof TaskOutcome.Failed<?> failed) {
            return of(failed.reason(), step);
        }
        boolean begun = outcome instanceof TaskOutcome.Cancelled<?> cancelled && cancelled.begun();
        return new CancelledException(
                begun
                        ? "interrupted while " + step + "; it is not known whether it took effect"
                        : "interrupted before " + step + "; nothing was sent",
                null);
    }

    public static VpsDnsException of(Exception thrown, String step) {
        return thrown instanceof VpsDnsException known
                ? known
                : new VpsDnsException(step + " failed: " + thrown.getMessage(), thrown);
    }
}
