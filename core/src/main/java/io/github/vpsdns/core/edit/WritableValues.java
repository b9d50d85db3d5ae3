// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.record.Opaque;
import io.github.vpsdns.core.record.RecordData;
import io.github.vpsdns.core.record.RecordType;
import java.util.Collection;

/** What is refused before anything is called: values that are not understood, or do not go together. */
final class WritableValues {
    private WritableValues() {}

    static void require(RecordType type, Collection<? extends RecordData> values) {
        if (!type.isKnown()) {
            throw new InvalidValueException(
                    "records of type " + type + " are not understood and therefore never written or removed");
        }
        for (RecordData value : values) {
            requireUnderstood(value);
            if (!value.type().equals(type)) {
                throw new InvalidValueException("'" + value + "' is not a value of type " + type);
            }
        }
        if (type.equals(RecordType.CNAME) && values.stream().distinct().count() > 1) {
            throw new InvalidValueException("a name has only one CNAME; " + values.size() + " values were given");
        }
    }

    static void requireUnderstood(RecordData data) {
        if (data instanceof Opaque) {
            throw new InvalidValueException(
                    "a record '" + data + "' is not understood and therefore never written or removed");
        }
    }
}
