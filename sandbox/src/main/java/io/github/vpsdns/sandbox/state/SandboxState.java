// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.state;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The owner of all accounts, tokens, zones and records.
 *
 * <p>Thread-safe: one lock guards everything, and what it returns is immutable. A change is first written to the state file,
 * then made, then told to the listeners, all under the lock, so that listeners hear changes in the order they happened and a
 * change that could not be kept did not happen.
 */
public final class SandboxState {
    private final Object lock = new Object();
    private final Clock clock;
    private final @Nullable StateFile file;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, AccessToken> tokens = new LinkedHashMap<>();
    private final Map<String, SandboxZone> zones = new LinkedHashMap<>();
    private final List<ZoneListener> listeners = new ArrayList<>();

    /**
     * A state that is kept in memory only, or in a file as well.
     *
     * @param clock tells creation times and serials
     * @param file where to keep it, read now if it exists; null for memory only
     * @throws java.io.UncheckedIOException if the file cannot be read
     * @throws IllegalArgumentException if the file holds something else
     */
    public SandboxState(Clock clock, @Nullable Path file) {
        this.clock = clock;
        this.file = file == null ? null : new StateFile(file);
        if (this.file != null) {
            this.file.read().ifPresent(kept -> {
                kept.tokens().forEach(t -> tokens.put(t.secret(), t));
                kept.zones().forEach(z -> zones.put(z.uuid(), z));
            });
        }
    }

    /**
     * Makes a token.
     *
     * @param account the account it acts for; comes into being by this
     * @param name what to call it
     * @param permissions what it may do
     * @return the new token
     */
    public AccessToken issueToken(String account, String name, Set<Permission> permissions) {
        byte[] bytes = new byte[30];
        random.nextBytes(bytes);
        String secret = "vps_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return addToken(new AccessToken(secret, account, name, permissions));
    }

    /**
     * Adds a token whose secret was chosen elsewhere.
     *
     * @param token the token; replaces one of the same secret
     * @return the same token
     */
    public AccessToken addToken(AccessToken token) {
        synchronized (lock) {
            Map<String, AccessToken> next = new LinkedHashMap<>(tokens);
            next.put(token.secret(), token);
            keep(next, zones);
            tokens.put(token.secret(), token);
            return token;
        }
    }

    /**
     * Finds a token by its secret.
     *
     * @param secret as presented by a client
     * @return the token, or empty if there is none such
     */
    public Optional<AccessToken> token(String secret) {
        synchronized (lock) {
            return Optional.ofNullable(tokens.get(secret));
        }
    }

    /**
     * Finds tokens.
     *
     * @param wanted which ones
     * @return those, oldest first
     */
    public List<AccessToken> tokens(Predicate<AccessToken> wanted) {
        synchronized (lock) {
            return tokens.values().stream().filter(wanted).toList();
        }
    }

    /**
     * All zones.
     *
     * @return of every account, oldest first
     */
    public List<SandboxZone> zones() {
        synchronized (lock) {
            return List.copyOf(zones.values());
        }
    }

    /**
     * Makes a zone.
     *
     * @param account whose it will be
     * @param domain its name, in lower case
     * @return the zone, or empty if there is one of that name already, whoever owns it
     * @throws IllegalArgumentException if the name cannot be a zone
     */
    public Optional<SandboxZone> createZone(String account, String domain) {
        if (!DomainRule.accepts(domain)) {
            throw new IllegalArgumentException(
                    "'" + domain + "' cannot be a zone; give a domain name such as example.com, in lower case.");
        }
        synchronized (lock) {
            if (zones.values().stream().anyMatch(z -> z.domain().equals(domain))) {
                return Optional.empty();
            }
            Instant now = now();
            SandboxZone zone = new SandboxZone(newId(), account, domain, now, Serial.after(0, now), List.of());
            commit(zone);
            return Optional.of(zone);
        }
    }

    /**
     * Changes a zone's records.
     *
     * @param uuid the zone's id
     * @param edit from the zone as it is to the zone as it shall be; runs under the lock; what it throws, this throws, and
     *     nothing has changed then
     * @return the zone after the change, or empty if there is no such zone
     */
    public Optional<SandboxZone> edit(String uuid, UnaryOperator<SandboxZone> edit) {
        synchronized (lock) {
            SandboxZone before = zones.get(uuid);
            if (before == null) {
                return Optional.empty();
            }
            SandboxZone after = edit.apply(before);
            if (after.records().equals(before.records())) {
                return Optional.of(before);
            }
            SandboxZone committed = after.withSerial(Serial.after(before.serial(), now()));
            commit(committed);
            return Optional.of(committed);
        }
    }

    /**
     * Deletes a zone with all its records.
     *
     * @param uuid the zone's id
     * @return false if there is no such zone
     */
    public boolean deleteZone(String uuid) {
        synchronized (lock) {
            Map<String, SandboxZone> next = new LinkedHashMap<>(zones);
            SandboxZone gone = next.remove(uuid);
            if (gone == null) {
                return false;
            }
            keep(tokens, next);
            zones.remove(uuid);
            listeners.forEach(l -> l.removed(gone.domain()));
            return true;
        }
    }

    /**
     * Tells a listener of every zone there is, then of every change.
     *
     * @param listener stays for good
     */
    public void listen(ZoneListener listener) {
        synchronized (lock) {
            zones.values().forEach(listener::changed);
            listeners.add(listener);
        }
    }

    /**
     * A record with a new id, made now; not yet in any zone.
     *
     * @param type the record type as on the wire
     * @param name the owner as sent
     * @param value the value as sent
     * @param ttl in seconds
     * @param priority of MX and SRV
     * @return the record
     */
    public SandboxRecord newRecord(String type, String name, String value, int ttl, @Nullable Integer priority) {
        return new SandboxRecord(newId(), type, name, value, ttl, priority, now());
    }

    private void commit(SandboxZone zone) {
        if (file != null) {
            Map<String, SandboxZone> next = new LinkedHashMap<>(zones);
            next.put(zone.uuid(), zone);
            keep(tokens, next);
        }
        zones.put(zone.uuid(), zone);
        listeners.forEach(l -> l.changed(zone));
    }

    private void keep(Map<String, AccessToken> nextTokens, Map<String, SandboxZone> nextZones) {
        if (file != null) {
            file.write(List.copyOf(nextTokens.values()), List.copyOf(nextZones.values()));
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }
}
