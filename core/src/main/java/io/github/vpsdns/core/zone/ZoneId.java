// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.zone;

import io.github.vpsdns.core.InvalidValueException;

/**
 * The API's id of a zone. Opaque: the vendor calls it a UUID, and its own samples are none.
 *
 * @param value one path segment, 1 to 128 characters
 */
public record ZoneId(String value) {
    /**
     * Checks that the id can stand in a path.
     *
     * @throws InvalidValueException if it is empty, too long, or has white space or any of {@code / ? # %}
     */
    public ZoneId {
        ApiId.require(value, "zone");
    }

    /**
     * Returns the id as the API wrote it.
     *
     * @return the value
     */
    @Override
    public String toString() {
        return value;
    }
}
