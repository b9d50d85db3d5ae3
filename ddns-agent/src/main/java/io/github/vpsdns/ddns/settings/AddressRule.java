// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.settings;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.address.AddressKind;
import io.github.vpsdns.ddns.source.SourceSpec;
import java.util.List;
import java.util.Set;

/**
 * How the host's addresses of one family are found. Equal rules are one: they are followed once, whoever uses them.
 *
 * @param sources where to look, in order of preference; at least one
 * @param agree how many of the sources must say the same, 1 to their number
 * @param confirm how often a change must be read in a row before it counts, where a remote source took part; 1 to 10
 * @param all whether all addresses are taken that the sources tell, not just the best one
 * @param allowed kinds that are accepted besides those that can be reached from everywhere
 */
public record AddressRule(List<SourceSpec> sources, int agree, int confirm, boolean all, Set<AddressKind> allowed) {
    /** How often a change must be read in a row, unless it is said otherwise. */
    public static final int CONFIRM = 2;

    /**
     * Checks the numbers.
     *
     * @throws InvalidValueException if there is no source or a number is out of range
     */
    public AddressRule {
        sources = List.copyOf(sources);
        allowed = Set.copyOf(allowed);
        if (sources.isEmpty()) {
            throw new InvalidValueException("no source of addresses is given; expected at least one");
        }
        if (agree < 1 || agree > sources.size()) {
            throw new InvalidValueException(
                    "agree: " + agree + " is refused; expected 1 to " + sources.size() + ", the number of sources");
        }
        if (confirm < 1 || confirm > 10) {
            throw new InvalidValueException("confirm: " + confirm + " is refused; expected 1 to 10");
        }
    }

    /**
     * Takes the best address of the first source that has one.
     *
     * @param sources where to look, in order of preference
     * @return the rule
     */
    public static AddressRule of(SourceSpec... sources) {
        return new AddressRule(List.of(sources), 1, CONFIRM, false, Set.of());
    }

    /**
     * Tells whether an address of that kind may be published.
     *
     * @param kind the address's kind
     * @return whether it is reachable from everywhere, an example, or allowed
     */
    public boolean accepts(AddressKind kind) {
        return kind == AddressKind.GLOBAL || kind == AddressKind.DOCUMENTATION || allowed.contains(kind);
    }
}
