// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.sweep;

import static java.util.Objects.requireNonNull;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.api.VpsDnsClient;
import io.github.vpsdns.core.concurrent.Batch;
import io.github.vpsdns.core.concurrent.TaskOutcome;
import io.github.vpsdns.core.edit.RecordEditor;
import io.github.vpsdns.core.edit.RemoveOutcome;
import io.github.vpsdns.core.edit.ZoneNotFoundException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.core.zone.DnsRecord;
import io.github.vpsdns.core.zone.Zone;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * Finds and removes challenge values that were left behind, whoever wrote them.
 *
 * <p>One listing for each zone, by the zone's own path; one delete for each value, by its record's id. A list that is not whole
 * only means that less is found. Immutable and thread-safe.
 */
public final class ChallengeSweep {
    private static final int PARALLEL = 8;

    private final VpsDnsClient client;
    private final RecordEditor editor;
    private final Timekeeper time;

    /**
     * Creates a sweep; calls nothing yet.
     *
     * @param client lists records
     * @param editor knows the account's zones, and removes records
     * @param time the clock by which values age
     */
    public ChallengeSweep(VpsDnsClient client, RecordEditor editor, Timekeeper time) {
        this.client = requireNonNull(client, "client");
        this.editor = requireNonNull(editor, "editor");
        this.time = requireNonNull(time, "time");
    }

    /**
     * Looks for challenge values; removes nothing.
     *
     * @param scope where, and what of them is stale
     * @return what was found, and the zones that could not be read
     * @throws ZoneNotFoundException if a zone or alias of the scope is not in this account
     * @throws CancelledException if the thread is interrupted, with the flag set again
     * @throws VpsDnsException if the zones cannot be listed
     */
    public SweepFindings find(SweepScope scope) {
        List<Zone> zones = zones(scope);
        List<TaskOutcome<Listed>> outcomes = new Batch("sweep", PARALLEL)
                .run(zones.stream()
                        .<Callable<Listed>>map(zone -> () -> list(zone))
                        .toList());
        List<Listed> read = new ArrayList<>();
        Map<DomainName, VpsDnsException> unread = new LinkedHashMap<>();
        for (int i = 0; i < outcomes.size(); i++) {
            Listed listed = listed(outcomes.get(i), zones.get(i));
            read.add(listed);
            if (listed.failure() != null) {
                unread.put(zones.get(i).domain(), listed.failure());
            }
        }
        return new SweepFindings(new Judgement(scope, time.now()).of(read), unread);
    }

    /**
     * Removes values by the ids of their records, in parallel. One that is gone already counts as removed.
     *
     * @param values what {@link #find} gave
     * @return what is gone and what is not; a call's failure is told there and never thrown
     */
    public SweepReport remove(Collection<FoundValue> values) {
        List<FoundValue> all = List.copyOf(values);
        List<RemoveOutcome> outcomes =
                editor.removeAll(all.stream().map(FoundValue::record).toList());
        List<FoundValue> removed = new ArrayList<>();
        Map<FoundValue, VpsDnsException> left = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            if (outcomes.get(i) instanceof RemoveOutcome.NotRemoved failed) {
                left.put(all.get(i), failed.reason());
            } else {
                removed.add(all.get(i));
            }
        }
        return new SweepReport(removed, left);
    }

    private List<Zone> zones(SweepScope scope) {
        List<Zone> all = editor.zones().all();
        scope.aliases().forEach(alias -> editor.zones().zoneOf(alias));
        if (scope.zones().isEmpty()) {
            return all;
        }
        List<DomainName> known = all.stream().map(Zone::domain).toList();
        for (DomainName wanted : scope.zones()) {
            if (!known.contains(wanted)) {
                throw new ZoneNotFoundException(wanted, known);
            }
        }
        return all.stream()
                .filter(zone -> scope.zones().contains(zone.domain())
                        || scope.aliases().stream().anyMatch(alias -> covers(zone, alias, all)))
                .toList();
    }

    private static boolean covers(Zone zone, DomainName name, List<Zone> all) {
        int labels = zone.domain().labels().size();
        return name.isWithin(zone.domain())
                && all.stream()
                        .noneMatch(other -> name.isWithin(other.domain())
                                && other.domain().labels().size() > labels);
    }

    /** Keeps what came before a list broke off: those records are there, whatever the rest may be. */
    private Listed list(Zone zone) {
        List<DnsRecord> seen = new ArrayList<>();
        try (Stream<DnsRecord> records = client.records(zone.id())) {
            records.forEach(seen::add);
            return new Listed(zone, seen, null);
        } catch (CancelledException e) {
            throw e;
        } catch (VpsDnsException e) {
            return new Listed(zone, seen, e);
        }
    }

    private static Listed listed(TaskOutcome<Listed> outcome, Zone zone) {
        if (outcome instanceof TaskOutcome.Done<Listed> done) {
            return done.value();
        }
        if (outcome instanceof TaskOutcome.Failed<Listed> failed && failed.reason() instanceof RuntimeException known) {
            throw known;
        }
        throw new CancelledException("interrupted while listing the records of '" + zone.domain() + "'", null);
    }
}
