// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.zones;

import io.github.vpsdns.cli.api.ApiConnection;
import io.github.vpsdns.cli.api.ApiOptions;
import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.cli.base.UsageException;
import io.github.vpsdns.cli.progress.Progress;
import io.github.vpsdns.core.edit.zone.AppliedZonePlan;
import io.github.vpsdns.core.edit.zone.Prune;
import io.github.vpsdns.core.edit.zone.WantedSet;
import io.github.vpsdns.core.edit.zone.ZoneEditor;
import io.github.vpsdns.core.edit.zone.ZonePlan;
import io.github.vpsdns.core.edit.zone.ZoneSnapshot;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.zonefile.ZoneFile;
import io.github.vpsdns.core.zonefile.ZoneFileRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** One import: file, zone, plan, calls. */
final class Importing {
    /** A call waits this long when the API asks for a pause, as it well may when thousands are made. */
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    /** Who changes fewer sees the end before a line about the way there. */
    private static final int WORTH_TELLING = 100;

    private final Frame frame;
    private final ApiOptions api;
    private final ImportOrder order;

    private record SetName(DomainName name, RecordType type) {}

    Importing(Frame frame, ApiOptions api, ImportOrder order) {
        this.frame = frame;
        this.api = api;
        this.order = order;
    }

    int run() {
        ZoneFile file = ZoneFileInput.read(frame, order.file(), order.reader());
        try (ApiConnection connection = ApiConnection.open(frame, api, TIMEOUT)) {
            ZoneEditor editor = new ZoneEditor(connection.client());
            ZoneSnapshot now = editor.read(connection.zone(order.zone().toString()));
            Prune scope = order.scope(file);
            ZonePlan plan = ZoneEditor.plan(now, wanted(file), scope, order.keep()::contains);
            ImportResult result = new ImportResult(frame, order, file, scope, plan);
            result.showPlan();
            requireSafe(now, plan);
            if (order.dryRun()) {
                return result.planned();
            }
            return result.applied(apply(editor, plan));
        }
    }

    /** The reader has seen to it that all of a set have the same TTL. */
    static List<WantedSet> wanted(ZoneFile file) {
        Map<SetName, List<ZoneFileRecord>> sets = new LinkedHashMap<>();
        file.records()
                .forEach(record -> sets.computeIfAbsent(
                                new SetName(record.name(), record.data().type()), any -> new ArrayList<>())
                        .add(record));
        return sets.entrySet().stream()
                .map(set -> new WantedSet(
                        set.getKey().name(),
                        set.getKey().type(),
                        set.getValue().stream().map(ZoneFileRecord::data).toList(),
                        set.getValue().get(0).ttl()))
                .toList();
    }

    private void requireSafe(ZoneSnapshot now, ZonePlan plan) {
        int removals = plan.removals();
        if (!order.prune() || removals == 0) {
            return;
        }
        if (!now.certain()) {
            throw new UsageException("nothing was done: the API counts "
                    + now.zone().recordCount() + " records in " + order.zone() + " and shows "
                    + now.records().size()
                    + ", and what is not seen must not decide what is removed; import without --prune");
        }
        Integer given = order.pruneLimit();
        int limit = given == null ? now.records().size() / 2 : given;
        if (removals > limit) {
            throw new UsageException("nothing was done: this would remove " + removals + " of "
                    + Words.records(now.records().size()) + ", and "
                    + (given == null ? "more than half needs a word: give" : "the limit is " + given + "; give")
                    + " --prune-limit " + removals + " if that is meant");
        }
    }

    private AppliedZonePlan apply(ZoneEditor editor, ZonePlan plan) {
        int all = plan.steps().size();
        if (all < WORTH_TELLING) {
            return editor.apply(plan, step -> {});
        }
        AtomicInteger tried = new AtomicInteger();
        try (Progress progress = Progress.of(frame)) {
            return editor.apply(plan, step -> {
                int count = tried.incrementAndGet();
                if (count % WORTH_TELLING == 0 || count == all) {
                    progress.item("changes", count + " of " + all);
                }
            });
        }
    }
}
