// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.renewal;

import io.github.vpsdns.acme.renew.LineageStatus;
import io.github.vpsdns.acme.schedule.AriWindow;
import io.github.vpsdns.acme.schedule.RenewalMemory;
import io.github.vpsdns.acme.schedule.Trouble;
import io.github.vpsdns.cli.acme.CertificateView;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a certificate is kept, as it is printed.
 *
 * @param nextAttempt when it is to be renewed
 * @param reason why then, such as {@code ari}
 * @param held whether a failure has put it off
 * @param window what the CA suggests (RFC 9773) and the moment chosen in it, or {@code null}
 * @param lastSuccess when a certificate was got last, or {@code null} if that is not known
 * @param lastPropagationSeconds how long the name servers took then, or {@code null}
 * @param trouble that renewal has failed, or {@code null}
 * @param deployTrouble that the deploy hook has failed, or {@code null}
 */
record RenewalView(
        Instant nextAttempt,
        String reason,
        boolean held,
        @Nullable AriWindow window,
        @Nullable Instant lastSuccess,
        @Nullable Double lastPropagationSeconds,
        @Nullable Trouble trouble,
        @Nullable Trouble deployTrouble) {

    static RenewalView of(LineageStatus status) {
        RenewalMemory memory = status.memory();
        Duration propagation = memory.lastPropagation();
        return new RenewalView(
                status.plan().at(),
                PlanWords.word(status.plan()),
                status.plan().held(),
                memory.window(),
                memory.lastSuccess(),
                propagation == null ? null : propagation.toMillis() / 1000.0,
                memory.trouble(),
                memory.deployTrouble());
    }

    /** Adds lines to a paragraph for people. */
    void print(StringBuilder text) {
        CertificateView.line(text, "renewal", PlanWords.time(nextAttempt) + ", " + PlanWords.why(reason, held));
        if (window != null) {
            CertificateView.line(
                    text,
                    "CA suggests",
                    PlanWords.time(window.start()) + " to " + PlanWords.time(window.end())
                            + (window.explanation() == null ? "" : ", see " + window.explanation()));
        }
        print(text, "failed", trouble);
        print(text, "hook failed", deployTrouble);
    }

    private static void print(StringBuilder text, String label, @Nullable Trouble trouble) {
        if (trouble != null) {
            String often = trouble.failures() == 1 ? "once, at " : trouble.failures() + " times since ";
            CertificateView.line(text, label, often + PlanWords.time(trouble.since()) + ", last: " + trouble.message());
        }
    }
}
