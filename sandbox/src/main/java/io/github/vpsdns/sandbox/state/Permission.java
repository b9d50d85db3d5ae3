// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.state;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What a token may do. The vendor names {@code dns:list}, {@code dns:create} and {@code dns:delete}; the name for updates is
 * not in its page and is assumed to follow the same pattern.
 */
public enum Permission {
    /** Read zones and records. */
    LIST("dns:list"),
    /** Make zones and records. */
    CREATE("dns:create"),
    /** Change records. */
    UPDATE("dns:update"),
    /** Remove zones and records. */
    DELETE("dns:delete");

    private final String wireName;

    Permission(String wireName) {
        this.wireName = wireName;
    }

    /**
     * The name as it stands in an answer of {@code /account/me/}.
     *
     * @return such as {@code dns:list}
     */
    public String wireName() {
        return wireName;
    }

    /**
     * Finds a permission by its name on the wire.
     *
     * @param name such as {@code dns:list}
     * @return the permission
     * @throws IllegalArgumentException if there is none of that name
     */
    public static Permission of(String name) {
        return Arrays.stream(values())
                .filter(p -> p.wireName.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No permission is named '" + name + "'; there are "
                        + Arrays.stream(values()).map(Permission::wireName).collect(Collectors.joining(", ")) + "."));
    }
}
