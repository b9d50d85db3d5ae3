// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.record;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A record that this library can show but not judge: of a type the API does not document, or with a value that does not fit
 * its type. It is never written, changed or removed by an edit.
 *
 * @param type its type
 * @param value its value as the API sent it
 * @param rawPriority its priority as the API sent it, or {@code null}
 */
public record Opaque(
        RecordType type, String value, @Nullable Integer rawPriority) implements RecordData {
    @Override
    public OptionalInt priority() {
        return rawPriority == null ? OptionalInt.empty() : OptionalInt.of(rawPriority);
    }

    @Override
    public String toString() {
        return type + " " + (rawPriority == null ? "" : rawPriority + " ") + value;
    }
}
