// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit.zone;

import io.github.vpsdns.core.VpsDnsException;

/** How a step ended. */
public sealed interface StepOutcome {
    /**
     * Returns what was to be done.
     *
     * @return the step
     */
    ZoneStep step();

    /**
     * It is done.
     *
     * @param step the step
     */
    record Done(ZoneStep step) implements StepOutcome {}

    /**
     * It failed, or is not known to be done.
     *
     * @param step the step
     * @param reason why
     */
    record Failed(ZoneStep step, VpsDnsException reason) implements StepOutcome {}

    /**
     * Nothing was sent for it, because of other steps that failed.
     *
     * @param step the step
     */
    record NotTried(ZoneStep step) implements StepOutcome {}
}
