// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.model;

import java.util.Map;

/** Ends a request with a problem document; the transport turns it into the answer. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final transient Map<String, String> headers;

    /** With no headers of its own. */
    public ProblemException(Problem problem) {
        this(problem, Map.of());
    }

    /** With headers that belong to the answer, such as {@code Location} of a conflict. */
    public ProblemException(Problem problem, Map<String, String> headers) {
        super(problem.type().word() + ": " + problem.detail());
        this.problem = problem;
        this.headers = Map.copyOf(headers);
    }

    /** Shorthand for a problem with the type's usual status. */
    public static ProblemException of(ProblemType type, String detail) {
        return new ProblemException(Problem.of(type, detail));
    }

    /** Shorthand for a {@code malformed} problem. */
    public static ProblemException malformed(String detail) {
        return of(ProblemType.MALFORMED, detail);
    }

    /** Shorthand for a {@code malformed} problem sent as 404. */
    public static ProblemException notFound(String detail) {
        return new ProblemException(Problem.of(ProblemType.MALFORMED, detail).withStatus(404));
    }

    /** The document to send. */
    public Problem problem() {
        return problem;
    }

    /** Headers to send with it. */
    public Map<String, String> headers() {
        return headers;
    }
}
