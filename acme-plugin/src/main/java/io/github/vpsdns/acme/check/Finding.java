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
    /**
     * Creates the finding that something is as it should be.
     *
     * @param subject what it is about
     * @param kind what was looked at
     * @param message one sentence
     * @return the finding
     */
    public static Finding ok(Subject subject, Kind kind, String message) {
        return new Finding(subject, kind, Severity.OK, false, message, null);
    }

    /**
     * Creates the finding of something that should be looked at, though a certificate can be had.
     *
     * @param subject what it is about
     * @param kind what was looked at
     * @param message one sentence
     * @param advice what to do next, one clause
     * @return the finding
     */
    public static Finding warning(Subject subject, Kind kind, String message, String advice) {
        return new Finding(subject, kind, Severity.WARNING, false, message, advice);
    }

    /**
     * Creates the finding of something that keeps a certificate from being issued until it is changed.
     *
     * @param subject what it is about
     * @param kind what was looked at
     * @param message one sentence
     * @param advice what to do next, one clause
     * @return the finding
     */
    public static Finding problem(Subject subject, Kind kind, String message, String advice) {
        return new Finding(subject, kind, Severity.PROBLEM, false, message, advice);
    }

    /**
     * Creates the finding that something could not be looked at; passing if the reason is.
     *
     * @param subject what it is about
     * @param kind what was to be looked at
     * @param reason why it could not
     * @return the finding, a problem
     */
    public static Finding failed(Subject subject, Kind kind, VpsDnsException reason) {
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
