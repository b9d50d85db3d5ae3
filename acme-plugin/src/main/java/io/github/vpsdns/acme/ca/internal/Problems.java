// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.ca.internal;

import io.github.vpsdns.acme.ca.CaProblem;
import org.shredzone.acme4j.Identifier;
import org.shredzone.acme4j.Problem;

/** Problems as acme4j has them, as ours. Stateless. */
public final class Problems {
    private static final String PREFIX = "urn:ietf:params:acme:error:";

    private Problems() {}

    /**
     * Reads a problem.
     *
     * @param problem as the CA sent it
     * @return the same without acme4j
     */
    public static CaProblem of(Problem problem) {
        String type = problem.getType().toString();
        return new CaProblem(
                type.startsWith(PREFIX) ? type.substring(PREFIX.length()) : type,
                oneLine(problem.getDetail().or(problem::getTitle).orElse(type)),
                problem.getIdentifier().map(Identifier::getValue).orElse(null),
                problem.getSubProblems().stream().map(Problems::of).toList());
    }

    /** It quotes what the CA has seen elsewhere, and goes into logs, where a second line would pass for another's. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }
}
