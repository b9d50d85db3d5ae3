// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.dns01;

import io.github.vpsdns.core.dns.PropagationReport;
import io.github.vpsdns.core.name.DomainName;

/**
 * Is told how a presentation goes, for progress and metrics.
 *
 * <p>Methods must be quick and thread-safe; what they throw is logged and otherwise ignored.
 */
public interface SolverListener {
    /** Hears nothing. */
    SolverListener NONE = new SolverListener() {};

    /**
     * It is known where a challenge's value goes; nothing is written yet.
     *
     * @param site the place
     */
    default void sited(ChallengeSite site) {}

    /**
     * A value is at the API.
     *
     * @param target where it stands
     * @param created whether it was made now; {@code false} if it was there already
     */
    default void presented(DomainName target, boolean created) {}

    /**
     * What one of a zone's servers shows has changed.
     *
     * @param report how far a value has got
     */
    default void propagation(PropagationReport report) {}

    /**
     * Cleaning up is over.
     *
     * @param report what is gone and what is not
     */
    default void cleanedUp(CleanupReport report) {}
}
