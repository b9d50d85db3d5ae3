// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit;

import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.concurrent.Batch;
import io.github.vpsdns.core.concurrent.TaskOutcome;
import io.github.vpsdns.core.zone.DnsRecord;
import io.github.vpsdns.core.zone.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

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

    SetOutcome run(Zone zone, RecordSetPlan plan, String edit) {
        List<Callable<DnsRecord>> writes = new ArrayList<>();
        plan.change()
                .forEach(change -> writes.add(() -> api.patch(change.record().id(), change.patch())));
        plan.create().forEach(draft -> writes.add(() -> api.create(zone, draft)));
        List<TaskOutcome<DnsRecord>> written = batch.run(writes);
        List<RemoveOutcome> removed = remover.removeAll(plan.delete());

        List<VpsDnsException> reasons = new ArrayList<>();
        int changes = plan.change().size();
        int changed = count(written.subList(0, changes), edit, reasons);
        int created = count(written.subList(changes, written.size()), edit, reasons);
        int deleted = RecordRemover.count(removed, reasons);
        SetOutcome done = new SetOutcome(plan.keep().size(), changed, created, deleted);
        throwIfAny(reasons, edit, done);
        return done;
    }

    private static int count(List<TaskOutcome<DnsRecord>> outcomes, String edit, List<VpsDnsException> reasons) {
        int done = 0;
        for (TaskOutcome<DnsRecord> outcome : outcomes) {
            if (outcome instanceof TaskOutcome.Done<DnsRecord>) {
                done++;
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
