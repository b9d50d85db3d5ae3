// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One zone with all its records, at one moment.
 *
 * <p>Immutable.
 *
 * @param uuid the zone's id, a version 4 UUID in canonical form
 * @param account whose it is
 * @param domain its name, lower case, without trailing dot
 * @param createdAt when it was made
 * @param serial the SOA serial, 0 to 2^32-1; grows with each change
 * @param records in the order they were made
 */
public record SandboxZone(
        String uuid, String account, String domain, Instant createdAt, long serial, List<SandboxRecord> records) {
    public SandboxZone {
        Objects.requireNonNull(uuid, "uuid");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(domain, "domain");
        Objects.requireNonNull(createdAt, "createdAt");
        records = List.copyOf(records);
    }

    /**
     * Finds a record by its id.
     *
     * @param recordUuid the id
     * @return the record, or empty if this zone has none such
     */
    public Optional<SandboxRecord> record(String recordUuid) {
        return records.stream().filter(r -> r.uuid().equals(recordUuid)).findFirst();
    }

    /**
     * This zone with one more record.
     *
     * @param added goes last
     * @return the changed zone, serial unchanged
     */
    public SandboxZone with(SandboxRecord added) {
        return with(List.of(added));
    }

    SandboxZone with(List<SandboxRecord> added) {
        List<SandboxRecord> all = new ArrayList<>(records);
        all.addAll(added);
        return withRecords(all);
    }

    /**
     * This zone with the record of the same id replaced, in its place.
     *
     * @param changed the new state of the record
     * @return the changed zone, serial unchanged
     */
    public SandboxZone replacing(SandboxRecord changed) {
        return withRecords(records.stream()
                .map(r -> r.uuid().equals(changed.uuid()) ? changed : r)
                .toList());
    }

    /**
     * This zone without one record.
     *
     * @param recordUuid the id of the record to leave out
     * @return the changed zone, serial unchanged
     */
    public SandboxZone without(String recordUuid) {
        return withRecords(
                records.stream().filter(r -> !r.uuid().equals(recordUuid)).toList());
    }

    SandboxZone withSerial(long next) {
        return new SandboxZone(uuid, account, domain, createdAt, next, records);
    }

    private SandboxZone withRecords(List<SandboxRecord> all) {
        return new SandboxZone(uuid, account, domain, createdAt, serial, all);
    }
}
