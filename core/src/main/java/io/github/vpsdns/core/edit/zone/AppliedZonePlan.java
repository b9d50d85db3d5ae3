// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit.zone;

import io.github.vpsdns.core.VpsDnsException;
import java.util.List;

/**
 * A plan that was carried out, as far as that was possible. Planning and applying again does what is left.
 *
 * @param outcomes how each step ended, in the plan's order
 */
public record AppliedZonePlan(List<StepOutcome> outcomes) {
    /** Copies the list. */
    public AppliedZonePlan {
        outcomes = List.copyOf(outcomes);
    }

    /**
     * Counts the steps of a kind that are done.
     *
     * @param kind the kind of step
     * @return how many are done
     */
    public int done(Class<? extends ZoneStep> kind) {
        return (int) outcomes.stream()
                .filter(outcome -> outcome instanceof StepOutcome.Done && kind.isInstance(outcome.step()))
                .count();
    }

    /**
     * Returns why steps failed.
     *
     * @return the reasons, in the plan's order; none if all that was tried is done
     */
    public List<VpsDnsException> reasons() {
        return outcomes.stream()
                .filter(StepOutcome.Failed.class::isInstance)
                .map(outcome -> ((StepOutcome.Failed) outcome).reason())
                .toList();
    }

    /**
     * Tells whether everything is done.
     *
     * @return whether the zone is now as planned
     */
    public boolean isComplete() {
        return outcomes.stream().allMatch(StepOutcome.Done.class::isInstance);
    }
}
