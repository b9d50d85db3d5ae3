// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.store;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.name.DomainName;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name under which a certificate and its successors are kept.
 *
 * @param value 1 to 240 letters, digits and {@code . _ -}, of which the first is none of {@code . -}; a file name
 */
public record LineageName(String value) implements Comparable<LineageName> {
    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,239}");

    /**
     * Checks that the name can be that of a file.
     *
     * @throws InvalidValueException if it cannot
     */
    public LineageName {
        if (!FILE_NAME.matcher(value).matches()) {
            throw new InvalidValueException(
                    "'" + value + "' cannot name a certificate; expected 1 to 240 letters, digits and"
                            + " '.', '_' or '-', the first of them a letter, a digit or '_'");
        }
    }

    /**
     * Names a certificate after its first domain name.
     *
     * @param first the first name in the certificate
     * @return that name, without {@code *.}
     * @throws InvalidValueException if it is the root or longer than a file name may be
     */
    public static LineageName of(DomainName first) {
        return new LineageName(first.withoutWildcard().toString());
    }

    /** Takes what may be a name. */
    static Optional<LineageName> ifValid(String text) {
        return FILE_NAME.matcher(text).matches() ? Optional.of(new LineageName(text)) : Optional.empty();
    }

    @Override
    public int compareTo(LineageName other) {
        return value.compareTo(other.value);
    }

    /**
     * Returns the name as it is in the file system.
     *
     * @return the value
     */
    @Override
    public String toString() {
        return value;
    }
}
