// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.protocol;

import io.github.vpsdns.sandbox.acme.model.Problem;
import io.github.vpsdns.sandbox.acme.model.ProblemException;
import io.github.vpsdns.sandbox.acme.model.ProblemType;
import io.github.vpsdns.sandbox.acme.model.Subproblem;
import io.github.vpsdns.sandbox.acme.wire.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads the names of an order and refuses those no certificate is given for. */
final class Identifiers {
    private static final int MOST = 100;
    private static final int LONGEST = 253;
    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern NAME = Pattern.compile("(\\*\\.)?(" + LABEL + "\\.)+" + LABEL);
    private static final Pattern ALL_DIGITS_LAST = Pattern.compile(".*\\.[0-9]+");

    private final Set<String> refused;

    Identifiers(Set<String> refused) {
        this.refused = refused;
    }

    List<String> read(JsonNode payload) {
        Set<String> names = new LinkedHashSet<>();
        Json.elements(payload, "identifiers").forEach(identifier -> names.add(name(identifier)));
        if (names.isEmpty()) {
            throw ProblemException.malformed("the order has no identifiers");
        }
        if (names.size() > MOST) {
            throw ProblemException.malformed(
                    "the order has " + names.size() + " identifiers, at most " + MOST + " are taken");
        }
        requireAllowed(names);
        return List.copyOf(names);
    }

    private static String name(JsonNode identifier) {
        String type = Json.requiredText(identifier, "type");
        if (!type.equals("dns")) {
            throw ProblemException.of(
                    ProblemType.UNSUPPORTED_IDENTIFIER,
                    "identifiers of type \"" + type + "\" are not taken, only \"dns\"");
        }
        return Json.requiredText(identifier, "value").toLowerCase(Locale.ROOT);
    }

    private void requireAllowed(Set<String> names) {
        List<Subproblem> wrong = new ArrayList<>();
        for (String name : names) {
            if (!isDomain(name)) {
                wrong.add(new Subproblem(ProblemType.MALFORMED, "not a domain name with at least one dot", name));
            } else if (isRefused(name)) {
                wrong.add(new Subproblem(
                        ProblemType.REJECTED_IDENTIFIER, "the CA does not issue for this name by policy", name));
            }
        }
        if (!wrong.isEmpty()) {
            Subproblem first = wrong.get(0);
            Problem problem = Problem.of(
                    wrong.stream().allMatch(each -> each.type() == ProblemType.MALFORMED)
                            ? ProblemType.MALFORMED
                            : ProblemType.REJECTED_IDENTIFIER,
                    "cannot issue for \"" + first.domain() + "\": " + first.detail()
                            + (wrong.size() > 1 ? " (and " + (wrong.size() - 1) + " more; see subproblems)" : ""));
            throw new ProblemException(wrong.size() > 1 ? problem.withSubproblems(wrong) : problem);
        }
    }

    private static boolean isDomain(String name) {
        return name.length() <= LONGEST
                && NAME.matcher(name).matches()
                && !ALL_DIGITS_LAST.matcher(name).matches();
    }

    private boolean isRefused(String name) {
        return refused.stream().anyMatch(domain -> name.equals(domain) || name.endsWith("." + domain));
    }
}
