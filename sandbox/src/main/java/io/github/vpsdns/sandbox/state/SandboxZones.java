// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.state;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One account's zones, read and edited directly: no HTTP, no faults, no entry in the call log.
 *
 * <p>Edits here are not validated as the API would, so that a test can plant what a client must cope with: unknown types,
 * odd values, duplicates. What cannot be put into the DNS is not served. Thread-safe.
 */
public final class SandboxZones {
    private static final int DEFAULT_TTL = 3600;

    private final SandboxState state;
    private final String account;

    /**
     * A view on one account.
     *
     * @param state the owner of the zones
     * @param account whose zones to show and make
     */
    public SandboxZones(SandboxState state, String account) {
        this.state = state;
        this.account = account;
    }

    /**
     * The account's zones.
     *
     * @return as they are now, oldest first
     */
    public List<SandboxZone> all() {
        return state.zones().stream().filter(z -> z.account().equals(account)).toList();
    }

    /**
     * Finds a zone by name.
     *
     * @param domain its name; case and a trailing dot do not matter
     * @return the zone, or empty if the account has none of that name
     */
    public Optional<SandboxZone> find(String domain) {
        String canonical = canonical(domain);
        return all().stream().filter(z -> z.domain().equals(canonical)).findFirst();
    }

    /**
     * Makes a zone.
     *
     * @param domain its name; case and a trailing dot do not matter
     * @return the new zone
     * @throws IllegalArgumentException if the name cannot be a zone
     * @throws IllegalStateException if there is a zone of that name already, whoever owns it
     */
    public SandboxZone create(String domain) {
        return state.createZone(account, canonical(domain))
                .orElseThrow(() -> new IllegalStateException("There is a zone " + domain + " already."));
    }

    /**
     * Deletes a zone with its records.
     *
     * @param domain its name
     * @return false if the account has none of that name
     */
    public boolean delete(String domain) {
        return find(domain).map(SandboxZone::uuid).map(state::deleteZone).orElse(false);
    }

    /**
     * The records of a zone.
     *
     * @param domain the zone's name
     * @return as they are now, oldest first
     * @throws IllegalArgumentException if the account has no zone of that name
     */
    public List<SandboxRecord> records(String domain) {
        return need(domain).records();
    }

    /**
     * The records of one type at one name.
     *
     * @param domain the zone's name
     * @param name the owner in any form the API takes
     * @param type the record type, such as {@code TXT}
     * @return oldest first, possibly none
     * @throws IllegalArgumentException if the account has no zone of that name
     */
    public List<SandboxRecord> records(String domain, String name, String type) {
        SandboxZone zone = need(domain);
        String owner = OwnerName.of(name, zone.domain());
        return zone.records().stream()
                .filter(r -> r.type().equals(type))
                .filter(r -> OwnerName.of(r.name(), zone.domain()).equals(owner))
                .toList();
    }

    /**
     * Adds a record.
     *
     * @param domain the zone's name
     * @param name the owner in any form the API takes
     * @param type the record type, also one the API does not know
     * @param value the value
     * @param ttl in seconds
     * @param priority of MX and SRV, otherwise null
     * @return the record as stored
     * @throws IllegalArgumentException if the account has no zone of that name
     */
    public SandboxRecord add(
            String domain, String name, String type, String value, int ttl, @Nullable Integer priority) {
        SandboxZone zone = need(domain);
        SandboxRecord added = state.newRecord(type, name, value, ttl, priority);
        if (state.edit(zone.uuid(), z -> z.with(added)).isEmpty()) {
            throw noSuchZone(domain);
        }
        return added;
    }

    /**
     * Adds many records of one type with the TTL the API takes by default, all in one change of the zone.
     *
     * @param domain the zone's name
     * @param type the record type
     * @param values a value for each owner name; they stand in the order of the map
     * @throws IllegalArgumentException if the account has no zone of that name
     */
    public void addAll(String domain, String type, Map<String, String> values) {
        List<SandboxRecord> added = values.entrySet().stream()
                .map(each -> state.newRecord(type, each.getKey(), each.getValue(), DEFAULT_TTL, null))
                .toList();
        if (state.edit(need(domain).uuid(), z -> z.with(added)).isEmpty()) {
            throw noSuchZone(domain);
        }
    }

    /**
     * Adds a record with the TTL the API takes by default, 3600 seconds.
     *
     * @param domain the zone's name
     * @param name the owner in any form the API takes
     * @param type the record type
     * @param value the value
     * @return the record as stored
     * @throws IllegalArgumentException if the account has no zone of that name
     */
    public SandboxRecord add(String domain, String name, String type, String value) {
        return add(domain, name, type, value, DEFAULT_TTL, null);
    }

    /**
     * Removes a record.
     *
     * @param domain the zone's name
     * @param recordUuid the record's id
     * @return false if there was none such
     * @throws IllegalArgumentException if the account has no zone of that name
     */
    public boolean remove(String domain, String recordUuid) {
        SandboxZone zone = need(domain);
        boolean there = zone.record(recordUuid).isPresent();
        return state.edit(zone.uuid(), z -> z.without(recordUuid)).isPresent() && there;
    }

    private SandboxZone need(String domain) {
        return find(domain).orElseThrow(() -> noSuchZone(domain));
    }

    private IllegalArgumentException noSuchZone(String domain) {
        return new IllegalArgumentException("The account has no zone " + domain + "; it has "
                + all().stream().map(SandboxZone::domain).toList() + ".");
    }

    private static String canonical(String domain) {
        String lower = domain.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
