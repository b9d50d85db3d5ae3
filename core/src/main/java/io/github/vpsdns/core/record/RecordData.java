// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.record;

import io.github.vpsdns.core.InvalidValueException;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What a record says, apart from where it stands and for how long: its type and value.
 *
 * <p>Two are equal exactly when DNS could not tell them apart. Immutable and thread-safe.
 */
public sealed interface RecordData permits A, Aaaa, Cname, Mx, Txt, Ns, Srv, Caa, Opaque {
    /**
     * Returns the record's type.
     *
     * @return the type
     */
    RecordType type();

    /**
     * Returns the value in the form that the API documents: host names without trailing dot, text without outer quotes, SRV
     * as {@code weight port target}, CAA as {@code flags tag "value"}.
     *
     * @return the value, canonical
     */
    String value();

    /**
     * Returns what the API keeps in its field {@code priority}.
     *
     * @return 0 to 65535 for MX and SRV, empty for the other types
     */
    default OptionalInt priority() {
        return OptionalInt.empty();
    }

    /**
     * Reads a value of one of the {@linkplain RecordType#KNOWN known types}, as a person or the API writes it.
     *
     * <p>MX and SRV may carry the priority in front of the value; where both are given they must agree.
     *
     * @param type one of the known types
     * @param value the value
     * @param priority the priority for MX and SRV, or {@code null} where it stands in the value or is not used
     * @return the typed value
     * @throws InvalidValueException if the type is unknown or the value does not fit it
     */
    static RecordData parse(RecordType type, String value, @Nullable Integer priority) {
        return DataParser.parse(type, value, priority);
    }

    /**
     * Reads what the API sent, without ever failing: what cannot be understood stays {@link Opaque}.
     *
     * @param type any type
     * @param value the value
     * @param priority the priority, or {@code null}
     * @return the typed value, or an opaque one
     */
    static RecordData read(RecordType type, String value, @Nullable Integer priority) {
        if (type.isKnown()) {
            try {
                return DataParser.parse(type, value, priority);
            } catch (InvalidValueException e) {
                return new Opaque(type, value, priority);
            }
        }
        return new Opaque(type, value, priority);
    }
}
