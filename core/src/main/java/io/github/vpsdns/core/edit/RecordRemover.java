// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit;

import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.concurrent.Batch;
import io.github.vpsdns.core.concurrent.TaskOutcome;
import io.github.vpsdns.core.edit.internal.Reasons;
import io.github.vpsdns.core.edit.internal.RecordApi;
import io.github.vpsdns.core.error.NotFoundException;
import io.github.vpsdns.core.zone.DnsRecord;
import io.github.vpsdns.core.zone.RecordId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Removes records by their ids, side by side. */
final class RecordRemover {
    private final RecordApi api;
    private final Batch batch;

    RecordRemover(RecordApi api, Batch batch) {
        this.api = api;
        this.batch = batch;
    }

    /** Returns an outcome for each of the records, in their order; the same record given twice is removed once. */
    List<RemoveOutcome> removeAll(Collection<DnsRecord> records) {
        List<RecordId> ids = records.stream().map(DnsRecord::id).distinct().toList();
        List<TaskOutcome<RecordId>> ends = batch.run(
                ids.stream().<Callable<RecordId>>map(id -> () -> remove(id)).toList());
        Map<RecordId, RemoveOutcome> outcomes = new LinkedHashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            outcomes.put(ids.get(i), outcome(ids.get(i), ends.get(i)));
        }
        return records.stream().map(record -> outcomes.get(record.id())).toList();
    }

    private RecordId remove(RecordId id) {
        try {
            api.delete(id);
        } catch (NotFoundException e) {
            // Somebody else was faster; what should be true is true.
            return id;
        }
        return id;
    }

    private static RemoveOutcome outcome(RecordId id, TaskOutcome<RecordId> end) {
        return end instanceof TaskOutcome.Done<RecordId>
                ? new RemoveOutcome.Removed(id)
                : new RemoveOutcome.NotRemoved(id, Reasons.of(end, "removing record " + id));
    }

    /** Counts what was removed and collects why the rest was not. */
    static int count(List<RemoveOutcome> outcomes, List<VpsDnsException> reasons) {
        int removed = 0;
        for (RemoveOutcome outcome : outcomes) {
            if (outcome instanceof RemoveOutcome.NotRemoved failed) {
                reasons.add(failed.reason());
            } else {
                removed++;
            }
        }
        return removed;
    }
}
