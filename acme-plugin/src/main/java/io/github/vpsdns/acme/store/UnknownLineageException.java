// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.store;

import io.github.vpsdns.core.InvalidValueException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** There is no certificate of the name that was given. */
public final class UnknownLineageException extends InvalidValueException {
    private static final long serialVersionUID = 1L;

    private final transient List<LineageName> known;

    /**
     * Creates the error.
     *
     * @param name what was given
     * @param state where it was looked for
     * @param known what is there instead, in the order in which it is told
     */
    public UnknownLineageException(LineageName name, Path state, Collection<LineageName> known) {
        super("there is no certificate '" + name + "' in '" + state + "'; there " + told(List.copyOf(known)));
        this.known = List.copyOf(known);
    }

    /**
     * Returns what is there instead.
     *
     * @return the names; immutable
     */
    public List<LineageName> known() {
        return known;
    }

    private static String told(List<LineageName> known) {
        String names =
                String.join(", ", known.stream().map(LineageName::toString).toList());
        return known.isEmpty() ? "is none" : (known.size() == 1 ? "is " : "are ") + names;
    }
}
