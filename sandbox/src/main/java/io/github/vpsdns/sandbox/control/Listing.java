// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.control;

import java.util.Objects;

/**
 * A list shape with the size of its pages.
 *
 * @param shape the form of the list
 * @param pageSize how many items a page holds, 1 or more; without effect on shapes that show everything
 */
public record Listing(ListShape shape, int pageSize) {
    public Listing {
        Objects.requireNonNull(shape, "shape");
        if (pageSize < 1) {
            throw new IllegalArgumentException("A page of " + pageSize + " items is too small; give 1 or more.");
        }
    }
}
