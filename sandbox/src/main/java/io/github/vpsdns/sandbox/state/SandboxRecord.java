// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.state;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One record as the API stores it: the fields of the vendor's record object, unparsed.
 *
 * <p>Immutable.
 *
 * @param uuid the record's id, a version 4 UUID in canonical form
 * @param type the record type as on the wire, such as {@code TXT}
 * @param name the owner as it was sent: {@code @}, relative to the zone, or a full name
 * @param value the value as it was sent; of MX and SRV without the priority
 * @param ttl time to live in seconds, not negative
 * @param priority the priority of MX and SRV, otherwise usually null
 * @param createdAt when it was made
 */
public record SandboxRecord(
        String uuid,
        String type,
        String name,
        String value,
        int ttl,
        @Nullable Integer priority,
        Instant createdAt) {
    public SandboxRecord {
        Objects.requireNonNull(uuid, "uuid");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(createdAt, "createdAt");
    }

    /**
     * Tells whether two records say the same in the DNS: same owner, type, value and priority.
     *
     * @param other the record to compare with
     * @param domain the zone both are in
     * @return true if only id, TTL and time differ
     */
    public boolean saysTheSameAs(SandboxRecord other, String domain) {
        return type.equals(other.type)
                && value.equals(other.value)
                && Objects.equals(priority, other.priority)
                && OwnerName.of(name, domain).equals(OwnerName.of(other.name, domain));
    }
}
