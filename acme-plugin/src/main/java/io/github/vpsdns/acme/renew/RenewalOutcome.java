// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.renew;

import io.github.vpsdns.acme.schedule.Plan;
import io.github.vpsdns.acme.schedule.Trouble;
import io.github.vpsdns.acme.store.CertificateFiles;
import io.github.vpsdns.acme.store.StateLockedException;
import io.github.vpsdns.core.VpsDnsException;
import org.jspecify.annotations.Nullable;

/** What came of looking after one certificate. */
public sealed interface RenewalOutcome {
    /**
     * Returns when the next attempt is to be made.
     *
     * @return when and why
     */
    Plan next();

    /**
     * Returns what came of putting the certificate to use.
     *
     * @return the result, or {@code null} if there was nothing to do
     */
    @Nullable
    DeployResult deploy();

    /**
     * Adds what came of putting the certificate to use.
     *
     * @param result the result, or {@code null} if there was nothing to do
     * @return the same with it
     */
    RenewalOutcome and(@Nullable DeployResult result);

    /**
     * It is not time, or somebody else was faster.
     *
     * @param next when it is
     * @param deploy what came of putting an earlier one to use, or {@code null} if there was nothing to do
     */
    record NotDue(Plan next, @Nullable DeployResult deploy) implements RenewalOutcome {
        @Override
        public RenewalOutcome and(@Nullable DeployResult result) {
            return new NotDue(next, result);
        }
    }

    /**
     * There is a new certificate.
     *
     * @param certificate the certificate, in its place
     * @param next when the next attempt is to be made
     * @param deploy what came of putting it to use, or {@code null} if nobody is to be told
     */
    record Renewed(
            CertificateFiles certificate,
            Plan next,
            @Nullable DeployResult deploy) implements RenewalOutcome {
        @Override
        public RenewalOutcome and(@Nullable DeployResult result) {
            return new Renewed(certificate, next, result);
        }
    }

    /**
     * There is none.
     *
     * @param reason why
     * @param trouble how often that has happened, and when to try again
     * @param next the same as a plan
     * @param deploy what came of putting an earlier one to use, or {@code null} if there was nothing to do
     */
    record Failed(
            VpsDnsException reason,
            Trouble trouble,
            Plan next,
            @Nullable DeployResult deploy) implements RenewalOutcome {
        @Override
        public RenewalOutcome and(@Nullable DeployResult result) {
            return new Failed(reason, trouble, next, result);
        }
    }

    /**
     * It is time, but somebody else is at work in the storage, perhaps on the same.
     *
     * @param reason who
     * @param next the plan as it was
     * @param deploy always {@code null}
     */
    record Busy(
            StateLockedException reason,
            Plan next,
            @Nullable DeployResult deploy) implements RenewalOutcome {
        @Override
        public RenewalOutcome and(@Nullable DeployResult result) {
            return new Busy(reason, next, result);
        }
    }
}
