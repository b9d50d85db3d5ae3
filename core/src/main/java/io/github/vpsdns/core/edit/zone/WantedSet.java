// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit.zone;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.Opaque;
import io.github.vpsdns.core.record.RecordData;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.record.Ttl;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records of one type that shall be at a name.
 *
 * @param name where, the full name
 * @param type their type, one that the API documents
 * @param values at least one, all of that type, none {@link Opaque}; copies count once
 * @param ttl the TTL of all of them, or {@code null} to leave it; a set that is new gets {@link Ttl#API_DEFAULT} then
 */
public record WantedSet(
        DomainName name,
        RecordType type,
        List<RecordData> values,
        @Nullable Ttl ttl) {
    /**
     * Copies the list.
     *
     * @throws InvalidValueException if there is no value, one is {@link Opaque} or of another type
     */
    public WantedSet {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new InvalidValueException(
                    "no value is wanted for " + type + " of " + name + "; expected one or more");
        }
        for (RecordData value : values) {
            if (value instanceof Opaque || !value.type().equals(type)) {
                throw new InvalidValueException("'" + value + "' is not a value of type " + type);
            }
        }
    }
}
