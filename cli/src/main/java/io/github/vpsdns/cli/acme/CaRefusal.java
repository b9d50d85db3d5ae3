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

/** A certificate that was not got, as a failure with the CA's reason and the time to wait. */
public final class CaRefusal {
    private CaRefusal() {}

    static FailedException exception(CaException refused, Instant now) {
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
