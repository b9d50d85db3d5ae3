// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.model;

import static java.util.Objects.requireNonNull;

/**
 * What was wrong with one identifier of a request (RFC 8555 §6.7.1).
 *
 * @param type what kind of problem
 * @param detail for people
 * @param domain the DNS identifier concerned
 */
public record Subproblem(ProblemType type, String detail, String domain) {
    /** Refuses nulls. */
    public Subproblem {
        requireNonNull(type, "type");
        requireNonNull(detail, "detail");
        requireNonNull(domain, "domain");
    }
}
