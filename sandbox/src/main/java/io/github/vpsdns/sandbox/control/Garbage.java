// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.control;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What a body can be replaced by. The status stays that of the real answer. */
public enum Garbage {
    /** An HTML page, as a proxy or a firewall puts in the way. */
    HTML("html"),
    /** The real JSON, cut in the middle, though the length is right. */
    HALF_JSON("half-json"),
    /** Nothing at all. */
    EMPTY("empty"),
    /** Well-formed JSON of a form nobody documented. */
    WRONG_SHAPE("wrong-shape"),
    /** Bytes that are not UTF-8, said to be JSON. */
    NOT_UTF8("not-utf8");

    private final String wireName;

    Garbage(String wireName) {
        this.wireName = wireName;
    }

    /**
     * The name in the fault language.
     *
     * @return such as {@code half-json}
     */
    public String wireName() {
        return wireName;
    }

    /**
     * Finds a kind by its name.
     *
     * @param name such as {@code half-json}
     * @return the kind
     * @throws IllegalArgumentException if there is none of that name
     */
    public static Garbage of(String name) {
        return Arrays.stream(values())
                .filter(g -> g.wireName.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No garbage is named '" + name + "'; there are "
                        + Arrays.stream(values()).map(Garbage::wireName).collect(Collectors.joining(", ")) + "."));
    }
}
