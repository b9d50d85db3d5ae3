// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.renewal;

import io.github.vpsdns.acme.renew.LineageStatus;
import io.github.vpsdns.acme.schedule.Plan;
import io.github.vpsdns.acme.schedule.RenewalMemory;
import io.github.vpsdns.acme.schedule.Trouble;
import io.github.vpsdns.acme.schedule.Validity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What about a certificate needs a person. Stateless. */
final class Alarm {
    /** Shorter trouble passes by itself: a CA's outage, a wrong moment. Four attempts have failed by then. */
    private static final Duration PATIENCE = Duration.ofDays(1);

    private static final int EMERGENCY = 20;

    private Alarm() {}

    /** Returns what is wrong with the certificate in place: there is none, or its time is, or is nearly, over. */
    static Optional<String> expiry(LineageStatus status, Instant now) {
        if (status.certificate() == null) {
            return Optional.of("there is no certificate" + because(status.memory()));
        }
        Validity validity = Validity.of(status.certificate());
        Duration left = validity.left(now);
        if (left.isNegative() || left.isZero()) {
            return Optional.of("has expired at " + validity.notAfter() + because(status.memory()));
        }
        return left.compareTo(validity.lifetime().dividedBy(EMERGENCY)) <= 0
                ? Optional.of("expires at " + validity.notAfter() + because(status.memory()))
                : Optional.empty();
    }

    /** Returns what has been wrong for a day with renewal, the deploy hook, or whatever should run them. */
    static List<String> lasting(LineageStatus status, Instant now) {
        List<String> lasting = new ArrayList<>();
        Trouble trouble = status.memory().trouble();
        if (trouble != null && isOld(trouble.since(), now) && isWanted(status.plan(), now)) {
            lasting.add("renewal has failed since " + PlanWords.time(trouble.since()) + ": " + trouble.message());
        }
        Trouble deploy = status.memory().deployTrouble();
        if (deploy != null && isOld(deploy.since(), now)) {
            lasting.add("the deploy hook has failed since " + PlanWords.time(deploy.since()) + ": " + deploy.message());
        }
        if (isOld(status.plan().at(), now)) {
            lasting.add("an attempt to renew it was due at "
                    + PlanWords.time(status.plan().at())
                    + "; does a timer or service run 'vpsdns acme renew' or 'run'?");
        }
        return lasting;
    }

    /** A renewal that was forced long before its time and failed is not missing; it has its turn in its time. */
    private static boolean isWanted(Plan plan, Instant now) {
        return plan.held() || plan.isDue(now);
    }

    private static boolean isOld(Instant since, Instant now) {
        return !since.plus(PATIENCE).isAfter(now);
    }

    private static String because(RenewalMemory memory) {
        Trouble trouble = memory.trouble();
        return trouble == null ? "" : ": " + trouble.message();
    }
}
