// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.zone;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.record.Opaque;
import io.github.vpsdns.core.record.RecordData;
import io.github.vpsdns.core.record.Ttl;
import org.jspecify.annotations.Nullable;

/**
 * A change to a record; what is {@code null} stays as it is.
 *
 * @param data the new value, of the same type as the record has, never {@link Opaque}
 * @param ttl the new TTL
 */
public record RecordPatch(
        @Nullable RecordData data, @Nullable Ttl ttl) {
    /**
     * Refuses a change of nothing.
     *
     * @throws InvalidValueException if both are {@code null} or the data is {@link Opaque}
     */
    public RecordPatch {
        if (data == null && ttl == null) {
            throw new InvalidValueException("a change of a record changes nothing; expected a value, a TTL or both");
        }
        if (data instanceof Opaque) {
            throw new InvalidValueException("a record '" + data + "' is not understood and therefore never written");
        }
    }

    /**
     * Changes the value only.
     *
     * @param data the new value
     * @return the change
     */
    public static RecordPatch to(RecordData data) {
        return new RecordPatch(data, null);
    }

    /**
     * Changes the TTL only.
     *
     * @param ttl the new TTL
     * @return the change
     */
    public static RecordPatch to(Ttl ttl) {
        return new RecordPatch(null, ttl);
    }
}
