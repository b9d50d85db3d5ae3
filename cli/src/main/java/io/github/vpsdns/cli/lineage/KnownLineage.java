// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.lineage;

import io.github.vpsdns.acme.store.LineageName;
import io.github.vpsdns.acme.store.StateDirectory;
import io.github.vpsdns.cli.base.UsageException;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A certificate named on the line, which must be one that is here. Stateless. */
final class KnownLineage {
    private KnownLineage() {}

    static LineageName require(StateDirectory state, String given) {
        LineageName name = new LineageName(given);
        SortedSet<LineageName> known = new TreeSet<>(state.lineages().list());
        known.addAll(state.renewals().list());
        if (!known.contains(name)) {
            throw new UsageException("there is no certificate " + name + " in '" + state.path() + "'; there is "
                    + (known.isEmpty()
                            ? "none"
                            : known.stream().map(LineageName::toString).collect(Collectors.joining(", "))));
        }
        return name;
    }
}
