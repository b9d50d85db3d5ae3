// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit;

import static java.util.Objects.requireNonNull;

import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.concurrent.Batch;
import io.github.vpsdns.core.concurrent.TaskOutcome;
import io.github.vpsdns.core.edit.internal.Reasons;
import io.github.vpsdns.core.edit.internal.RecordApi;
import io.github.vpsdns.core.edit.internal.RecordPlace;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.zone.DnsRecord;
import io.github.vpsdns.core.zone.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Makes the calls of a plan: changes and creations side by side, and when they are over the removals. */
final class PlanRunner {
    private final RecordApi api;
    private final Batch batch;
    private final RecordRemover remover;

    PlanRunner(RecordApi api, Batch batch, RecordRemover remover) {
        this.api = api;
        this.batch = batch;
        this.remover = remover;
    }

    /** Carries out a plan for a name; the zone may be unknown if nothing is to be created. */
    AppliedPlan run(DomainName name, @Nullable Zone zone, RecordSetPlan plan, String edit) {
        List<Callable<DnsRecord>> writes = new ArrayList<>();
        plan.change().forEach(change -> writes.add(() -> change(name, zone, change)));
        plan.create().forEach(draft -> writes.add(() -> api.create(requireNonNull(zone), draft)));
        List<TaskOutcome<DnsRecord>> written = batch.run(writes);
        List<RemoveOutcome> removed = remover.removeAll(plan.delete());

        List<VpsDnsException> reasons = new ArrayList<>();
        int changes = plan.change().size();
        List<DnsRecord> changed = done(written.subList(0, changes), edit, reasons);
        List<DnsRecord> created = done(written.subList(changes, written.size()), edit, reasons);
        int deleted = RecordRemover.count(removed, reasons);
        SetOutcome outcome = new SetOutcome(plan.keep().size(), changed.size(), created.size(), deleted);
        throwIfAny(reasons, edit, outcome);
        List<DnsRecord> now = new ArrayList<>(plan.keep());
        now.addAll(changed);
        now.addAll(created);
        return new AppliedPlan(outcome, now);
    }

    private DnsRecord change(DomainName name, @Nullable Zone zone, RecordSetPlan.Change change) {
        DnsRecord now = api.patch(change.record().id(), change.patch());
        RecordType type = change.record().data().type();
        if (!now.data().type().equals(type) || !RecordPlace.isAt(name, zone, now)) {
            throw new RecordMismatchException(name, type, now);
        }
        return now;
    }

    private static List<DnsRecord> done(
            List<TaskOutcome<DnsRecord>> outcomes, String edit, List<VpsDnsException> reasons) {
        List<DnsRecord> done = new ArrayList<>();
        for (TaskOutcome<DnsRecord> outcome : outcomes) {
            if (outcome instanceof TaskOutcome.Done<DnsRecord> made) {
                done.add(made.value());
            } else {
                reasons.add(Reasons.of(outcome, edit));
            }
        }
        return done;
    }

    /** The failure of an edit's only call is told as it is. */
    static void throwIfAny(List<VpsDnsException> reasons, String edit, SetOutcome done) {
        if (reasons.isEmpty()) {
            return;
        }
        throw reasons.size() == 1 && done.unchanged()
                ? reasons.get(0)
                : new IncompleteEditException(edit, done, reasons);
    }
}
