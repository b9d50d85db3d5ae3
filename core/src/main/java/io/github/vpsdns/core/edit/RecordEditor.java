// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.api.VpsDnsClient;
import io.github.vpsdns.core.concurrent.Batch;
import io.github.vpsdns.core.edit.internal.ClientApi;
import io.github.vpsdns.core.edit.internal.RecordApi;
import io.github.vpsdns.core.edit.internal.ZoneRecords;
import io.github.vpsdns.core.error.NotFoundException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.Opaque;
import io.github.vpsdns.core.record.RecordData;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.record.Ttl;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.core.zone.DnsRecord;
import io.github.vpsdns.core.zone.RecordDraft;
import io.github.vpsdns.core.zone.RecordPatch;
import io.github.vpsdns.core.zone.Zone;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Edits records at their full names: one says what should be true, and the editor makes the calls that are missing.
 *
 * <pre>{@code
 * RecordEditor editor = new RecordEditor(client);
 * DomainName www = DomainName.of("www.example.com");
 * editor.set(www, RecordType.A, List.of(A.of("192.0.2.1")), Ttl.of(300));
 * editor.add(new RecordDraft(www.prepend("_acme-challenge"), new Txt("token"), Ttl.of(60)));
 * }</pre>
 *
 * <ul>
 *   <li>Every edit can be repeated: what is right already takes no writing call.
 *   <li>Only the values named are touched. Other values, types and names stay, and {@link Opaque} records always do.
 *   <li>Names and values compare canonically, whatever form the API keeps them in.
 *   <li>A new record takes the TTL of those of its set that are there, since they have one TTL together (RFC 2181 section
 *       5.2); only {@link #set} with a TTL changes it.
 *   <li>A CNAME is refused at a zone's apex, beside other data and beside another CNAME, and other data is refused beside a
 *       CNAME (RFC 1034 section 3.6.2), before anything is written. What is there already is left and not judged.
 *   <li>Records are listed by their zone's own path, all types at once: what a listing shows is never another zone's.
 *   <li>Calls are made side by side, a bounded number at a time, each with the client's deadline. One that fails does not
 *       stop the others.
 *   <li>An interrupt cancels the calls under way and those not begun. The thread's interrupt flag is set afterwards, and what
 *       is returned or thrown tells of each call what is known.
 * </ul>
 *
 * <p>The API has neither locks nor versions: two editors that change the same record set at the same time can undo each other's
 * edit. Immutable and thread-safe; it shares the client, which stays the caller's to close.
 */
public final class RecordEditor {
    private static final int PARALLEL_CALLS = 8;

    private final RecordApi api;
    private final ZoneDirectory zones;
    private final NameReader reader;
    private final RecordAdder adder;
    private final RecordRemover remover;
    private final PlanRunner runner;

    /**
     * Creates an editor that makes up to eight calls at once.
     *
     * @param client the API
     */
    public RecordEditor(VpsDnsClient client) {
        this(client, PARALLEL_CALLS);
    }

    /**
     * Creates an editor.
     *
     * @param client the API
     * @param parallelCalls how many calls it makes at once, 1 to 1000
     * @throws InvalidValueException if the number is out of range
     */
    public RecordEditor(VpsDnsClient client, int parallelCalls) {
        this(new ClientApi(client), parallelCalls, Timekeeper.system());
    }

    RecordEditor(RecordApi calls, int parallelCalls, Timekeeper time) {
        Batch batch = new Batch("edit", parallelCalls);
        this.zones = new ZoneDirectory(calls, time);
        this.api = new ZoneForgettingApi(calls, zones);
        this.reader = new NameReader(api, zones, batch);
        this.adder = new RecordAdder(api, zones, batch);
        this.remover = new RecordRemover(api, batch);
        this.runner = new PlanRunner(api, batch, remover);
    }

    /**
     * Returns the account's zones, as this editor knows them.
     *
     * @return the directory that the edits use
     */
    public ZoneDirectory zones() {
        return zones;
    }

    /**
     * Finds the records of one type at a name, by one listing.
     *
     * @param name the full name
     * @param type any type
     * @return the records, {@link Opaque} ones too, in the API's order; immutable
     * @throws ZoneNotFoundException if no zone of the account covers the name
     * @throws CancelledException if the thread is interrupted
     * @throws VpsDnsException if a listing fails
     */
    public List<DnsRecord> find(DomainName name, RecordType type) {
        return find(zones.zoneOf(name), name, type);
    }

    /**
     * Finds the records of one type at several names, by one listing for each zone that they are in.
     *
     * @param names full names
     * @param type any type
     * @return for each name its records as {@link #find(DomainName, RecordType)} gives them; immutable
     * @throws ZoneNotFoundException if no zone of the account covers one of the names
     * @throws CancelledException if the thread is interrupted
     * @throws VpsDnsException if a listing fails
     */
    public Map<DomainName, List<DnsRecord>> find(Collection<DomainName> names, RecordType type) {
        ZoneList list = zones.covering(names);
        Map<Zone, List<DomainName>> byZone = names.stream().distinct().collect(Collectors.groupingBy(list::require));
        Map<DomainName, List<DnsRecord>> found = new HashMap<>();
        byZone.forEach((zone, inside) -> {
            ZoneRecords records = ZoneRecords.read(api, zone, inside);
            inside.forEach(name -> found.put(name, records.at(name, type)));
        });
        return Map.copyOf(found);
    }

    /**
     * Reads everything at several names: one listing of the zones if one is needed to tell where the names are, and one listing
     * for each zone that a name is in, side by side.
     *
     * @param names full names
     * @return what was learned of each name, in their order, each name once; immutable. A failure is told there of the names that
     *     it concerns and never thrown: no zone, a listing that failed, an interrupt
     */
    public Map<DomainName, NameReading> readAll(Collection<DomainName> names) {
        return reader.readAll(names);
    }

    private List<DnsRecord> find(Zone zone, DomainName name, RecordType type) {
        return ZoneRecords.read(api, zone, Set.of(name)).at(name, type);
    }

    /**
     * Makes sure that each of the values is there, and makes those that are not.
     *
     * <p>It takes one listing of the zones if they are not known yet, one listing for each zone that a name is in, and one call
     * for each value that is missing. A value that is there is left as it is, whatever its TTL. Drafts that differ in the TTL
     * only are one value; the first is made.
     *
     * @param drafts what shall be there
     * @return an outcome for each draft, in their order; immutable. A draft's failure is told there and never thrown: no zone, a
     *     listing or a call that failed, a CNAME in the way, an interrupt
     */
    public List<AddOutcome> addAll(Collection<RecordDraft> drafts) {
        return adder.addAll(drafts);
    }

    /**
     * Makes sure that a value is there, as {@link #addAll} does.
     *
     * @param draft what shall be there
     * @return what is there
     * @throws ZoneNotFoundException if no zone of the account covers the name
     * @throws CnameConflictException if a CNAME is in the way, or is not possible there
     * @throws CancelledException if the thread is interrupted
     * @throws VpsDnsException if a call fails
     */
    public AddOutcome.Added add(RecordDraft draft) {
        AddOutcome outcome = addAll(List.of(draft)).get(0);
        if (outcome instanceof AddOutcome.NotAdded failed) {
            throw failed.reason();
        }
        return (AddOutcome.Added) outcome;
    }

    /**
     * Removes records by their ids, without any listing. One that is absent counts as removed; one given twice is removed once.
     *
     * @param records what shall go, none of them {@link Opaque}
     * @return an outcome for each record, in their order; immutable. A call's failure is told there and never thrown
     * @throws InvalidValueException if one is {@link Opaque}; nothing was removed then
     */
    public List<RemoveOutcome> removeAll(Collection<DnsRecord> records) {
        records.forEach(record -> WritableValues.requireUnderstood(record.data()));
        return remover.removeAll(records);
    }

    /**
     * Removes a value: every record of the name that holds it, whatever its TTL, and no other.
     *
     * @param name the full name
     * @param data the value, not {@link Opaque}
     * @return how many records were removed; zero if the value was not there
     * @throws InvalidValueException if the value is {@link Opaque}
     * @throws ZoneNotFoundException if no zone of the account covers the name
     * @throws CancelledException if the thread is interrupted
     * @throws IncompleteEditException if there are several copies and not all could be removed
     * @throws VpsDnsException if a call fails
     */
    public int remove(DomainName name, RecordData data) {
        WritableValues.requireUnderstood(data);
        List<DnsRecord> copies = find(name, data.type()).stream()
                .filter(record -> record.data().equals(data))
                .toList();
        List<VpsDnsException> reasons = new ArrayList<>();
        int removed = RecordRemover.count(remover.removeAll(copies), reasons);
        PlanRunner.throwIfAny(reasons, "removing " + data.type() + " of " + name, new SetOutcome(0, 0, 0, removed));
        return removed;
    }

    /**
     * Changes one record in place, by its id and without any listing; the rest of its set stays as it is.
     *
     * @param record the record as it was found, not {@link Opaque}
     * @param data its new value, of the same type
     * @return the record as it is now
     * @throws InvalidValueException if a value is {@link Opaque} or the types differ; nothing was called then
     * @throws NotFoundException if the record is gone
     * @throws CancelledException if the thread is interrupted
     * @throws VpsDnsException if the call fails
     */
    public DnsRecord change(DnsRecord record, RecordData data) {
        WritableValues.requireUnderstood(record.data());
        WritableValues.require(record.data().type(), List.of(data));
        return record.data().equals(data) ? record : api.patch(record.id(), RecordPatch.to(data));
    }

    /**
     * Makes the records of one type at a name equal to the given values, with the fewest calls: right ones stay, wrong ones are
     * changed in place to what is missing, then the rest is made or removed. No values at all removes the set.
     *
     * <p>Removals come last, when changes and creations are over.
     *
     * @param name the full name
     * @param type the type, one that the API documents
     * @param values the values, all of that type; copies count once
     * @param ttl the TTL of all of them, or {@code null} to leave it (new sets get {@link Ttl#API_DEFAULT})
     * @return what was done
     * @throws InvalidValueException if the type or a value cannot be written or they do not fit; nothing was called then
     * @throws ZoneNotFoundException if no zone of the account covers the name
     * @throws CnameConflictException if a CNAME is in the way, or is not possible there
     * @throws CancelledException if the thread is interrupted and nothing was changed yet
     * @throws IncompleteEditException if some of several calls failed
     * @throws VpsDnsException if a listing or the only call fails
     */
    public SetOutcome set(
            DomainName name, RecordType type, Collection<? extends RecordData> values, @Nullable Ttl ttl) {
        WritableValues.require(type, values);
        Zone zone = zones.zoneOf(name);
        RecordSetPlan plan = plan(zone, name, type, values, ttl);
        return runner.run(name, zone, plan, "setting " + type + " of " + name).outcome();
    }

    /**
     * Plans what {@link #set} would do now, and writes nothing.
     *
     * @param name the full name
     * @param type the type, one that the API documents
     * @param values the values, all of that type; copies count once
     * @param ttl the TTL of all of them, or {@code null} to leave it
     * @return the calls that it would make
     * @throws InvalidValueException if the type or a value cannot be written or they do not fit; nothing was called then
     * @throws ZoneNotFoundException if no zone of the account covers the name
     * @throws CnameConflictException if a CNAME is in the way, or is not possible there
     * @throws CancelledException if the thread is interrupted
     * @throws VpsDnsException if a listing fails
     */
    public RecordSetPlan plan(
            DomainName name, RecordType type, Collection<? extends RecordData> values, @Nullable Ttl ttl) {
        WritableValues.require(type, values);
        return plan(zones.zoneOf(name), name, type, values, ttl);
    }

    private RecordSetPlan plan(
            Zone zone, DomainName name, RecordType type, Collection<? extends RecordData> values, @Nullable Ttl ttl) {
        List<DnsRecord> there = ZoneRecords.read(api, zone, Set.of(name)).at(name);
        return new NameReading.Found(name, zone, there).plan(type, values, ttl, Ttl.API_DEFAULT);
    }

    /**
     * Carries out a plan, without listing any records: what the plan says of them must still be so. The zone is looked up only
     * if a record is to be created, and listing the zones takes a call only if that was not done within the hour.
     *
     * @param name the name that the plan was made for
     * @param plan what to do, as {@link #plan}, {@link NameReading.Found#plan} or {@link RecordSetPlan#of} gives it; an empty one
     *     does nothing
     * @return what was done, and the records as they are now
     * @throws InvalidValueException if the plan is to create records of another name; nothing was called then
     * @throws ZoneNotFoundException if a record is to be created and no zone of the account covers the name
     * @throws NotFoundException if the only call was the change of a record that is gone
     * @throws RecordMismatchException if the only call changed a record of another name or type than the plan says
     * @throws CancelledException if the thread is interrupted and nothing was changed yet
     * @throws IncompleteEditException if some of several calls failed, for these reasons or others
     * @throws VpsDnsException if the only call fails
     */
    public AppliedPlan apply(DomainName name, RecordSetPlan plan) {
        plan.create().stream()
                .filter(draft -> !draft.name().equals(name))
                .findFirst()
                .ifPresent(other -> {
                    throw new InvalidValueException(
                            "a plan for '" + name + "' creates a record of '" + other.name() + "'; expected one name");
                });
        @Nullable Zone zone = plan.create().isEmpty() ? zones.known(name).orElse(null) : zones.zoneOf(name);
        return runner.run(name, zone, plan, "changing the records of " + name);
    }
}
