// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.renewal;

import io.github.vpsdns.acme.renew.DeployResult.Undeployed;
import io.github.vpsdns.acme.renew.RenewalOutcome;
import io.github.vpsdns.acme.renew.RenewalOutcome.Busy;
import io.github.vpsdns.acme.renew.RenewalOutcome.Failed;
import io.github.vpsdns.acme.renew.RenewalOutcome.NotDue;
import io.github.vpsdns.acme.renew.RenewalOutcome.Renewed;
import io.github.vpsdns.acme.schedule.Plan;
import io.github.vpsdns.acme.store.LineageName;
import io.github.vpsdns.cli.acme.CaRefusal;
import io.github.vpsdns.cli.base.ExitStatus;
import io.github.vpsdns.cli.base.Failure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of one certificate, as a JSON document.
 *
 * @param lineage what it is called here
 * @param result {@code renewed}, {@code not-due}, {@code would-renew}, {@code busy} or {@code failed}
 * @param notAfter until when the new certificate is valid, or {@code null} if there is none
 * @param nextAttempt when it is looked after next, or {@code null} if that is not known
 * @param reason why then, such as {@code ari}, or {@code null}
 * @param held whether a failure has put it off
 * @param failures how often it has failed in a row
 * @param error why it failed, or {@code null}
 * @param deployError why the deploy hook failed, or {@code null}
 */
record Result(
        String lineage,
        String result,
        @Nullable Instant notAfter,
        @Nullable Instant nextAttempt,
        @Nullable String reason,
        boolean held,
        int failures,
        @Nullable Failure error,
        @Nullable Failure deployError) {

    static Result of(LineageName name, RenewalOutcome outcome, Instant now) {
        Failure deploy =
                outcome.deploy() instanceof Undeployed undeployed ? CaRefusal.judge(undeployed.reason(), now) : null;
        if (outcome instanceof Renewed renewed) {
            Instant notAfter =
                    renewed.certificate().chain().get(0).getNotAfter().toInstant();
            return result(name, "renewed", notAfter, outcome.next(), 0, null, deploy);
        }
        if (outcome instanceof NotDue) {
            return result(name, "not-due", null, outcome.next(), 0, null, deploy);
        }
        if (outcome instanceof Busy busy) {
            return result(name, "busy", null, outcome.next(), 0, CaRefusal.judge(busy.reason(), now), deploy);
        }
        Failed failed = (Failed) outcome;
        Failure error = CaRefusal.judge(failed.reason(), now);
        return result(name, "failed", null, outcome.next(), failed.trouble().failures(), error, deploy);
    }

    static Result failed(LineageName name, RuntimeException reason, Instant now) {
        return new Result(name.toString(), "failed", null, null, null, false, 0, CaRefusal.judge(reason, now), null);
    }

    static Result planned(LineageName name, Plan plan, Instant now) {
        return result(name, plan.isDue(now) ? "would-renew" : "not-due", null, plan, 0, null, null);
    }

    /** Returns what of this the process ends with. */
    int exitStatus() {
        if (error != null) {
            return error.exitStatus();
        }
        return deployError == null ? ExitStatus.DONE : deployError.exitStatus();
    }

    private static Result result(
            LineageName name,
            String result,
            @Nullable Instant notAfter,
            Plan next,
            int failures,
            @Nullable Failure error,
            @Nullable Failure deploy) {
        return new Result(
                name.toString(),
                result,
                notAfter,
                next.at(),
                PlanWords.word(next),
                next.held(),
                failures,
                error,
                deploy);
    }
}
