// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.control;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * How the API writes a list. The vendor's page shows a bare array and speaks of a paginated list, so a client has to read
 * every form that Django REST framework can produce, and to notice those that leave something out.
 */
public enum ListShape {
    /** A bare JSON array of everything. */
    ARRAY("array"),
    /** {@code {count, results}} with everything. */
    RESULTS("results"),
    /** {@code {count, next, previous, results}}, pages by {@code ?page=}. */
    PAGES("pages"),
    /** {@code {count, next, previous, results}}, pages by {@code ?limit=&offset=}. */
    OFFSET("offset"),
    /** {@code {next, previous, results}}, pages by {@code ?cursor=}, without a count. */
    CURSOR("cursor"),
    /** Like {@link #PAGES}, but {@code next} names another origin, as behind a proxy that hides the public one. */
    FOREIGN_NEXT("foreign-next"),
    /** Like {@link #PAGES}, but {@code next} always leads to the first page again. */
    LOOP("loop"),
    /** {@code {count, results}} with the first page only; the others are there by {@code ?page=}, though nothing says so. */
    HIDDEN_PAGES("hidden-pages"),
    /** {@code {count, results}} with the first page only, whatever page is asked for: the rest cannot be had. */
    SHORT("short"),
    /** A bare array that ends after one page, without a sign of it. */
    SHORT_ARRAY("short-array");

    private final String wireName;

    ListShape(String wireName) {
        this.wireName = wireName;
    }

    /**
     * The name on a command line and in a fault.
     *
     * @return such as {@code hidden-pages}
     */
    public String wireName() {
        return wireName;
    }

    /**
     * Finds a shape by its name.
     *
     * @param name such as {@code hidden-pages}
     * @return the shape
     * @throws IllegalArgumentException if there is none of that name
     */
    public static ListShape of(String name) {
        return Arrays.stream(values())
                .filter(s -> s.wireName.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No list shape is named '" + name + "'; there are "
                        + Arrays.stream(values()).map(ListShape::wireName).collect(Collectors.joining(", ")) + "."));
    }

    @Override
    public String toString() {
        return wireName;
    }
}
