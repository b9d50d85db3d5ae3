// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit.zone;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.api.VpsDnsClient;
import io.github.vpsdns.core.concurrent.Batch;
import io.github.vpsdns.core.edit.internal.ClientApi;
import io.github.vpsdns.core.error.NotFoundException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.zone.DnsRecord;
import io.github.vpsdns.core.zone.RecordId;
import io.github.vpsdns.core.zone.Zone;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Edits a whole zone: read it, plan, look at the plan, apply it.
 *
 * <pre>{@code
 * ZoneEditor editor = new ZoneEditor(client);
 * ZoneSnapshot now = editor.read(zone);
 * ZonePlan plan = ZoneEditor.plan(now, wanted, Prune.NOTHING, name -> false);
 * AppliedZonePlan applied = editor.apply(plan, step -> {});
 * }</pre>
 *
 * <ul>
 *   <li>A list that was cut short cannot be told from a short zone by itself, so a zone is read from two sources that must
 *       agree.
 *   <li>Never changed or removed are the NS records of the zone's own name, TXT records at {@code _acme-challenge} names that are
 *       not wanted, records that are not understood, and names that the caller keeps.
 *   <li>Removals come last and only if all else is done, but for those that make room where a CNAME comes or goes.
 *   <li>A lost answer is settled by the client before anything is sent again. When the token is refused or the API is away, what
 *       has not begun is not tried; planning again from a new reading goes on from there.
 * </ul>
 *
 * <p>The API has neither locks nor versions: between reading and applying somebody else may change the zone. Immutable and
 * thread-safe; it shares the client, which stays the caller's to close.
 */
public final class ZoneEditor {
    private static final int PARALLEL_CALLS = 8;

    private final VpsDnsClient client;
    private final Batch batch = new Batch("zone", PARALLEL_CALLS);

    /**
     * Creates an editor that makes up to eight calls at once.
     *
     * @param client the API
     */
    public ZoneEditor(VpsDnsClient client) {
        this.client = client;
    }

    /**
     * Reads all records of a zone, by one call if their number is the one in the zone's listing, else by two, of which the
     * second must agree with the first or with that number.
     *
     * @param zone the zone as it was just found or listed, with the number of its records
     * @return its records
     * @throws UncertainZoneException if the API contradicts itself
     * @throws NotFoundException if there is no such zone in this account
     * @throws CancelledException if the thread is interrupted
     * @throws VpsDnsException if a call fails
     */
    public ZoneSnapshot read(Zone zone) {
        List<DnsRecord> shown = client.zone(zone.id()).records();
        Integer counted = zone.recordCount();
        if (counted != null && counted == shown.size()) {
            return new ZoneSnapshot(zone, shown, true);
        }
        List<DnsRecord> listed;
        try (Stream<DnsRecord> records = client.records(zone.id())) {
            listed = records.toList();
        }
        if (counted != null && counted == listed.size()) {
            return new ZoneSnapshot(zone, listed, true);
        }
        if (ids(listed).equals(ids(shown))) {
            return new ZoneSnapshot(zone, listed, counted == null || counted < listed.size());
        }
        throw new UncertainZoneException(zone, shown.size(), listed.size());
    }

    private static Set<RecordId> ids(List<DnsRecord> records) {
        return records.stream().map(DnsRecord::id).collect(Collectors.toSet());
    }

    /**
     * Plans the way from what is there to what is wanted; calls nothing.
     *
     * @param now what is there
     * @param wanted what shall be there, each name and type once, within the zone
     * @param prune what may be removed
     * @param kept names at which nothing is touched
     * @return the plan
     * @throws ZoneConflictException if a CNAME would not stand alone
     * @throws InvalidValueException if a name is not within the zone
     */
    public static ZonePlan plan(
            ZoneSnapshot now, Collection<WantedSet> wanted, Prune prune, Predicate<DomainName> kept) {
        wanted.stream()
                .filter(set -> !set.name().isWithin(now.zone().domain()))
                .findFirst()
                .ifPresent(set -> {
                    throw new InvalidValueException("'" + set.name() + "' is not within the zone '"
                            + now.zone().domain() + "'");
                });
        return new ZonePlanner(now, prune, kept).plan(wanted);
    }

    /**
     * Carries out a plan.
     *
     * @param plan the plan; what it says of the zone must still be so
     * @param listener is told of each step that was tried, on the thread that did it; must be quick and thread-safe
     * @return how each step ended; failures are told there and never thrown. After an interrupt the thread's flag is set
     */
    public AppliedZonePlan apply(ZonePlan plan, Consumer<StepOutcome> listener) {
        return new StepRunner(new ClientApi(client), batch, plan, listener).run();
    }
}
