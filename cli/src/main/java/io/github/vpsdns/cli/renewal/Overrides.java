// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.renewal;

import static java.util.Objects.requireNonNull;

import io.github.vpsdns.acme.schedule.Plan;
import io.github.vpsdns.acme.schedule.RenewalMemory;
import io.github.vpsdns.acme.store.LineageName;
import io.github.vpsdns.acme.store.RenewalSettings;
import io.github.vpsdns.acme.store.StateDirectory;
import io.github.vpsdns.acme.store.StateLock;
import io.github.vpsdns.core.time.Timekeeper;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Keeps what was given in place of what is stored: what does not touch the certificate at once, the rest when there is a
 * certificate as it is wanted now. So what is stored always goes with what is in place.
 *
 * @param lockLimit how long to wait for others who change the directory
 */
record Overrides(StoredLineages lineages, StateDirectory state, Timekeeper time, Duration lockLimit) {
    /**
     * Saves what may be saved before an attempt; looks no further if nothing is other than stored.
     *
     * @param plan what is planned with what is wanted now
     */
    void before(LineageName name, Supplier<Plan> plan) {
        RenewalSettings stored = lineages.stored(name);
        RenewalSettings wanted = lineages.wanted(name);
        if (!wanted.equals(stored)) {
            boolean touchesTheCertificate = plan.get().reason() == Plan.Reason.CHANGED;
            save(name, stored, touchesTheCertificate ? aside(stored, wanted) : wanted);
        }
    }

    /** Saves all, now that the certificate in place is as it is wanted. */
    void after(LineageName name) {
        save(name, lineages.stored(name), lineages.wanted(name));
    }

    private void save(LineageName name, RenewalSettings stored, RenewalSettings settings) {
        if (settings.equals(stored)) {
            return;
        }
        try (StateLock held = state.lock(lockLimit, time)) {
            requireNonNull(held);
            state.renewals().save(name, settings);
            if (!Objects.equals(stored.deployHook(), settings.deployHook())) {
                state.storage().update(name, RenewalMemory::withoutDeployTrouble);
            }
        }
    }

    /** What the certificate in place does not depend on. */
    private static RenewalSettings aside(RenewalSettings stored, RenewalSettings wanted) {
        return stored.toBuilder()
                .challenge(wanted.challenge())
                .alias(wanted.alias())
                .propagationTimeout(wanted.propagationTimeout())
                .deployHook(wanted.deployHook())
                .build();
    }
}
