// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.renewal;

import static java.util.Objects.requireNonNull;

import io.github.vpsdns.acme.renew.RenewalListener;
import io.github.vpsdns.acme.schedule.Plan;
import io.github.vpsdns.acme.schedule.RenewalMemory;
import io.github.vpsdns.acme.store.CertificateFiles;
import io.github.vpsdns.acme.store.LineageName;
import io.github.vpsdns.acme.store.RenewalSettings;
import io.github.vpsdns.acme.store.StateDirectory;
import io.github.vpsdns.acme.store.StateLock;
import io.github.vpsdns.core.time.Timekeeper;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Keeps what was given in place of what is stored: what does not touch the certificate at once, the rest when there is a
 * certificate as it is wanted now. So what is stored always goes with what is in place.
 *
 * @param lockLimit how long to wait for others who change the directory
 */
record Overrides(StoredLineages lineages, StateDirectory state, Timekeeper time, Duration lockLimit)
        implements RenewalListener {
    /**
     * Saves what may be saved before an attempt; looks no further if nothing is other than stored.
     *
     * @param plan what is planned with what is wanted now
     */
    void before(LineageName name, Supplier<Plan> plan) {
        save(name, stored -> {
            RenewalSettings wanted = lineages.wanted(name);
            return plan.get().reason() == Plan.Reason.CHANGED ? aside(stored, wanted) : wanted;
        });
    }

    /** Saves all, now that the certificate in place is as it is wanted; this thread has the lock. */
    @Override
    public void renewed(LineageName name, CertificateFiles certificate, Plan next) {
        RenewalSettings wanted = lineages.wanted(name);
        if (!wanted.equals(lineages.stored(name))) {
            state.renewals().save(name, wanted);
        }
    }

    /**
     * What is stored is read again under the lock: whoever held it may have changed the settings, or removed them, which must
     * not be undone.
     */
    private void save(LineageName name, UnaryOperator<RenewalSettings> change) {
        RenewalSettings seen = lineages.stored(name);
        if (lineages.wanted(name).equals(seen) || change.apply(seen).equals(seen)) {
            return;
        }
        try (StateLock held = state.lock(lockLimit, time)) {
            requireNonNull(held);
            RenewalSettings stored = lineages.stored(name);
            RenewalSettings settings = change.apply(stored);
            if (!settings.equals(stored)) {
                state.renewals().save(name, settings);
                if (!Objects.equals(stored.deployHook(), settings.deployHook())) {
                    state.storage().update(name, RenewalMemory::withoutDeployTrouble);
                }
            }
        }
    }

    /** What the certificate in place does not depend on. */
    private static RenewalSettings aside(RenewalSettings stored, RenewalSettings wanted) {
        return stored.toBuilder()
                .challenge(wanted.challenge())
                .persistFor(wanted.persistFor())
                .alias(wanted.alias())
                .propagationTimeout(wanted.propagationTimeout())
                .deployHook(wanted.deployHook())
                .build();
    }
}
