// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.error;

import io.github.vpsdns.core.VpsDnsException;
import java.time.Duration;
import java.util.Optional;

/** The API answered with an error. */
public sealed class ApiException extends VpsDnsException
        permits UnauthorizedException,
                ForbiddenException,
                NotFoundException,
                InvalidRequestException,
                RateLimitedException,
                ServerErrorException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /**
     * Creates an error of a kind that has no subclass, such as 405 or 415.
     *
     * @param problem the facts
     */
    public ApiException(Problem problem) {
        this(problem, "");
    }

    /**
     * Creates an error.
     *
     * @param problem the facts
     * @param advice what a person may do about it, one clause, or empty
     */
    protected ApiException(Problem problem, String advice) {
        super(sentence(problem, advice), null);
        this.problem = problem;
    }

    /**
     * Returns all that is known.
     *
     * @return the facts
     */
    public final Problem problem() {
        return problem;
    }

    /**
     * Returns the HTTP status.
     *
     * @return 400 to 599
     */
    public final int status() {
        return problem.status();
    }

    /**
     * Returns how long the API asks to wait before the next try.
     *
     * @return the wait, empty if it named none
     */
    public final Optional<Duration> retryAfter() {
        return Optional.ofNullable(problem.retryAfter());
    }

    private static String sentence(Problem problem, String advice) {
        StringBuilder text = new StringBuilder(problem.operation())
                .append(": the API answered ")
                .append(problem.status());
        if (!problem.detail().isBlank()) {
            text.append(" \"").append(problem.detail()).append('"');
        }
        if (problem.field() != null) {
            text.append(" (field '").append(problem.field()).append("')");
        }
        return advice.isEmpty()
                ? text.toString()
                : text.append("; ").append(advice).toString();
    }
}
