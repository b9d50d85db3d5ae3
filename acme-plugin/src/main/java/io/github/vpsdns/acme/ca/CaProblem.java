// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.ca;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a CA says went wrong (RFC 7807, RFC 8555 section 6.7).
 *
 * @param type the kind, without the prefix {@code urn:ietf:params:acme:error:}, such as {@code caa}
 * @param detail the CA's words
 * @param name the name it is about, or {@code null} if about none in particular
 * @param subproblems what is wrong with each name, often none
 */
public record CaProblem(
        String type, String detail, @Nullable String name, List<CaProblem> subproblems) {
    /** Copies the list. */
    public CaProblem {
        subproblems = List.copyOf(subproblems);
    }

    /**
     * Tells whether it is of a kind.
     *
     * @param otherType the kind, without the prefix
     * @return whether it is
     */
    public boolean is(String otherType) {
        return type.equals(otherType);
    }

    /**
     * Returns what the CA said, with what it said of each name.
     *
     * @return one line, such as {@code rejected (rejectedIdentifier); a.example: on our list (rejectedIdentifier)}
     */
    @Override
    public String toString() {
        String own = (name == null ? "" : name + ": ") + detail.strip() + " (" + type + ")";
        return subproblems.isEmpty()
                ? own
                : own + "; " + subproblems.stream().map(CaProblem::toString).collect(Collectors.joining("; "));
    }
}
