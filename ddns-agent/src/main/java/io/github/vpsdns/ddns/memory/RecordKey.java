// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.memory;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.name.DomainName;
import java.util.Comparator;

/**
 * Which record set: that of a family at a name.
 *
 * @param name the full name
 * @param family A or AAAA
 */
public record RecordKey(DomainName name, Family family) implements Comparable<RecordKey> {
    private static final Comparator<RecordKey> ORDER =
            Comparator.comparing(RecordKey::name).thenComparing(RecordKey::family);

    /** Orders by name, then by family. */
    @Override
    public int compareTo(RecordKey other) {
        return ORDER.compare(this, other);
    }

    /** Returns the set for people, such as {@code A of home.example.com}. */
    @Override
    public String toString() {
        return family.recordType() + " of " + name;
    }
}
