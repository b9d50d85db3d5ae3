// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.acme;

import io.github.vpsdns.acme.ca.CaException;
import io.github.vpsdns.acme.ca.CaException.Kind;
import io.github.vpsdns.cli.base.ExitStatus;
import io.github.vpsdns.cli.base.FailedException;
import io.github.vpsdns.cli.base.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** What a CA did not do, as a failure with its reason and the time to wait. Stateless. */
public final class CaRefusal {
    private CaRefusal() {}

    /**
     * Judges what a CA did not do.
     *
     * @param refused what it ended in
     * @param now the time
     * @return what to throw
     */
    public static FailedException of(CaException refused, Instant now) {
        return new FailedException(failure(refused, now), refused);
    }

    /**
     * Judges why there is no certificate.
     *
     * @param reason what was thrown
     * @param now the time
     * @return the failure, with what the CA said if it was the reason
     */
    public static Failure judge(Throwable reason, Instant now) {
        return reason instanceof CaException refused ? failure(refused, now) : Failure.of(reason);
    }

    private static Failure failure(CaException refused, Instant now) {
        return new Failure(
                "ca-" + refused.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                Failure.sentence(refused),
                status(refused),
                null,
                refused.problem().map(problem -> problem.type()).orElse(null),
                null,
                refused.retryAt()
                        .map(at -> Math.max(0, Duration.between(now, at).toSeconds()))
                        .orElse(null));
    }

    /** What the CA wants before it was asked for anything, such as consent, is for the line to say. */
    private static int status(CaException refused) {
        if (refused.kind() == Kind.ACTION_REQUIRED && refused.problem().isEmpty()) {
            return ExitStatus.USAGE;
        }
        return refused.isTransient() ? ExitStatus.TRY_LATER : ExitStatus.FAILED;
    }
}
