// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.check;

import io.github.vpsdns.core.VpsDnsException;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was found.
 *
 * @param subject what it is about
 * @param kind what was looked at
 * @param severity what it means
 * @param passing whether it may well be otherwise in a while without anything being done, as an outage; {@code false} where all
 *     is well
 * @param message one sentence for a person
 * @param advice what to do next, one clause, or {@code null} where there is nothing to do
 */
public record Finding(
        Subject subject,
        Kind kind,
        Severity severity,
        boolean passing,
        String message,
        @Nullable String advice) {
    static Finding ok(Subject subject, Kind kind, String message) {
        return new Finding(subject, kind, Severity.OK, false, message, null);
    }

    static Finding warning(Subject subject, Kind kind, String message, String advice) {
        return new Finding(subject, kind, Severity.WARNING, false, message, advice);
    }

    static Finding problem(Subject subject, Kind kind, String message, String advice) {
        return new Finding(subject, kind, Severity.PROBLEM, false, message, advice);
    }

    /** Its sentence says what to do, and it knows whether it passes. */
    static Finding failed(Subject subject, Kind kind, VpsDnsException reason) {
        return new Finding(
                subject,
                kind,
                Severity.PROBLEM,
                reason.isTransient(),
                String.valueOf(reason.getMessage()),
                reason.isTransient() ? "try again later" : null);
    }

    /**
     * Tells whether it keeps a certificate from being issued for now.
     *
     * @return whether it is a problem, passing or not
     */
    public boolean isProblem() {
        return severity == Severity.PROBLEM;
    }
}
