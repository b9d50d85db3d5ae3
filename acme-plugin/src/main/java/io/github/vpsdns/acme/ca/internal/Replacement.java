// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.ca.internal;

import io.github.vpsdns.acme.ca.CaException;
import io.github.vpsdns.acme.ca.CaProblem;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How CAs say that they do not want the replacement that an order names, though they might want the order (RFC 9773 section 5).
 * Stateless.
 */
final class Replacement {
    /** Of these types there are other refusals too, so the words must tell. */
    private static final Set<String> BY_WORDS = Set.of("malformed", "unauthorized", "serverInternal");

    /** In lower case. The last one is a CA's that has forgotten what it issued, as one for tests does when it starts anew. */
    private static final List<String> WORDS =
            List.of("being replaced", "\"replaces\"", "certid", "order for the given certificate");

    private Replacement() {}

    static boolean isRefused(CaException refusal) {
        return refusal.problem().filter(Replacement::isRefused).isPresent();
    }

    private static boolean isRefused(CaProblem problem) {
        // "conflict" is what Let's Encrypt sent before the type "alreadyReplaced" was registered.
        if (problem.is("alreadyReplaced") || problem.is("conflict")) {
            return true;
        }
        String words = problem.detail().toLowerCase(Locale.ROOT);
        return BY_WORDS.contains(problem.type()) && WORDS.stream().anyMatch(words::contains);
    }
}
