// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem document (RFC 9457) as ACME uses it (RFC 8555 §6.7).
 *
 * @param type what kind of problem
 * @param status HTTP status, 400 to 599
 * @param detail for people
 * @param subproblems one per identifier concerned; may be empty
 * @param algorithms signature algorithms the CA takes, only with {@code badSignatureAlgorithm}; else empty
 * @param instance page to be visited, only with {@code userActionRequired}; null if there is none
 */
public record Problem(
        ProblemType type,
        int status,
        String detail,
        List<Subproblem> subproblems,
        List<String> algorithms,
        @Nullable String instance) {

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if the status is not that of an error
     */
    public Problem {
        requireNonNull(type, "type");
        requireNonNull(detail, "detail");
        subproblems = List.copyOf(subproblems);
        algorithms = List.copyOf(algorithms);
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("problem status is " + status + ", must be 400 to 599");
        }
    }

    /** A problem with the type's usual status. */
    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, type.status(), detail, List.of(), List.of(), null);
    }

    /** The same with another HTTP status. */
    public Problem withStatus(int newStatus) {
        return new Problem(type, newStatus, detail, subproblems, algorithms, instance);
    }

    /** The same with subproblems. */
    public Problem withSubproblems(List<Subproblem> newSubproblems) {
        return new Problem(type, status, detail, newSubproblems, algorithms, instance);
    }

    /** The same naming the algorithms that would have done. */
    public Problem withAlgorithms(List<String> newAlgorithms) {
        return new Problem(type, status, detail, subproblems, newAlgorithms, instance);
    }

    /** The same naming a page where a person can act. */
    public Problem withInstance(String newInstance) {
        return new Problem(type, status, detail, subproblems, algorithms, newInstance);
    }
}
