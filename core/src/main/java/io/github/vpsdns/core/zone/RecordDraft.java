// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.zone;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.Opaque;
import io.github.vpsdns.core.record.RecordData;
import io.github.vpsdns.core.record.Ttl;

/**
 * A record to be made.
 *
 * @param name where it shall stand, the full name
 * @param data what it shall say, never {@link Opaque}
 * @param ttl how long it may be cached
 */
public record RecordDraft(DomainName name, RecordData data, Ttl ttl) {
    /**
     * Refuses what this library does not understand.
     *
     * @throws InvalidValueException if the data is {@link Opaque}
     */
    public RecordDraft {
        if (data instanceof Opaque) {
            throw new InvalidValueException("a record '" + data + "' is not understood and therefore never written");
        }
    }
}
