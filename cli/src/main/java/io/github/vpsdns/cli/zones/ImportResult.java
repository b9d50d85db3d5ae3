// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.zones;

import io.github.vpsdns.cli.base.Complaint;
import io.github.vpsdns.cli.base.ExitStatus;
import io.github.vpsdns.cli.base.Failure;
import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.cli.terminal.Printable;
import io.github.vpsdns.cli.terminal.Table;
import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.edit.zone.AppliedZonePlan;
import io.github.vpsdns.core.edit.zone.Prune;
import io.github.vpsdns.core.edit.zone.Standing;
import io.github.vpsdns.core.edit.zone.StepOutcome;
import io.github.vpsdns.core.edit.zone.WantedSet;
import io.github.vpsdns.core.edit.zone.ZonePlan;
import io.github.vpsdns.core.edit.zone.ZoneStep;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.zonefile.Remark;
import io.github.vpsdns.core.zonefile.ZoneFile;
import io.github.vpsdns.core.zonefile.ZoneFileRecord;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What an import is going to do, and what became of it, for people and programs. */
final class ImportResult {
    private static final int FAILURES_SHOWN = 20;

    private final Frame frame;
    private final ImportOrder order;
    private final ZoneFile file;
    private final Prune scope;
    private final ZonePlan plan;

    private record Place(DomainName name, RecordType type) {}

    private record LeftOutView(int line, String name, String type, String reason) {}

    private record IgnoredView(String name, String type, List<String> values) {}

    private record Document(
            String zone,
            String file,
            boolean dryRun,
            String scope,
            int unchanged,
            int created,
            int changed,
            int removed,
            List<StepView> steps,
            List<StandingView> standing,
            List<LeftOutView> leftOut,
            List<IgnoredView> ignored,
            List<Remark> remarks) {}

    ImportResult(Frame frame, ImportOrder order, ZoneFile file, Prune scope, ZonePlan plan) {
        this.frame = frame;
        this.order = order;
        this.file = file;
        this.scope = scope;
        this.plan = plan;
    }

    /** For people; programs get it with the result. */
    void showPlan() {
        if (frame.globals().json()) {
            return;
        }
        FileNotes.of(ZoneFileInput.called(order.file()), file, plan).forEach(note -> frame.note(Printable.of(note)));
        List<Standing> beside = standingBeside();
        if (!plan.steps().isEmpty() || !beside.isEmpty()) {
            Table table = frame.table("", "NAME", "TTL", "TYPE", "VALUE");
            plan.steps().forEach(step -> table.row(StepView.planned(step).row()));
            beside.forEach(standing -> table.row(StandingView.of(standing).row()));
            table.finish();
        }
        int others = plan.standing().size() - beside.size();
        if (others > 0) {
            frame.note(Words.records(others) + " of the zone " + (others == 1 ? "is" : "are") + " not in the file and "
                    + (others == 1 ? "stays" : "stay"));
        }
    }

    /** Those that stand in sets of the file, and so change what it says; and those that a prune spares. */
    private List<Standing> standingBeside() {
        Set<Place> places = new HashSet<>();
        for (ZoneFileRecord record : file.records()) {
            places.add(new Place(record.name(), record.data().type()));
        }
        return plan.standing().stream()
                .filter(one -> places.contains(
                                new Place(one.name(), one.record().data().type()))
                        || (scope == Prune.WHOLE_ZONE && one.reason() != Standing.Reason.NOT_PRUNED))
                .toList();
    }

    int planned() {
        int create = count(ZoneStep.Create.class);
        int change = count(ZoneStep.Change.class);
        frame.result(
                plan.steps().isEmpty()
                        ? "nothing to change" + asTheyAre(": ")
                        : "would create " + create + ", change " + change + " and remove " + plan.removals()
                                + asTheyAre("; "),
                () -> document(
                        0, 0, 0, plan.steps().stream().map(StepView::planned).toList()));
        return ExitStatus.DONE;
    }

    int applied(AppliedZonePlan applied) {
        int created = applied.done(ZoneStep.Create.class);
        int changed = applied.done(ZoneStep.Change.class);
        int removed = applied.done(ZoneStep.Remove.class);
        frame.result(
                plan.steps().isEmpty()
                        ? "nothing to change" + asTheyAre(": ")
                        : "created " + created + ", changed " + changed + ", removed " + removed + asTheyAre("; "),
                () -> document(
                        created,
                        changed,
                        removed,
                        applied.outcomes().stream().map(ImportResult::ended).toList()));
        return applied.isComplete() ? ExitStatus.DONE : complain(applied, created + changed + removed);
    }

    private String asTheyAre(String link) {
        return plan.unchanged() == 0
                ? ""
                : link + Words.records(plan.unchanged()) + " of the file " + (plan.unchanged() == 1 ? "was" : "were")
                        + " there already";
    }

    private int complain(AppliedZonePlan applied, int done) {
        List<VpsDnsException> reasons = applied.reasons();
        if (!frame.globals().json()) {
            applied.outcomes().stream()
                    .filter(StepOutcome.Failed.class::isInstance)
                    .map(StepOutcome.Failed.class::cast)
                    .limit(FAILURES_SHOWN)
                    .forEach(failed -> frame.note(Printable.of("failed: "
                            + failed.step().name() + " " + failed.step().type() + ": "
                            + failed.reason().getMessage())));
        }
        int untried = applied.outcomes().size() - done - reasons.size();
        boolean passing =
                reasons.stream().allMatch(reason -> reason.isTransient() || reason instanceof CancelledException);
        String cause = reasons.isEmpty()
                ? "it was interrupted"
                : String.valueOf(reasons.get(0).getMessage());
        return Complaint.make(
                frame,
                new Failure(
                        "import-incomplete",
                        "the import is incomplete: " + done + " of "
                                + applied.outcomes().size() + " changes are done, " + reasons.size() + " failed and "
                                + untried + " were not tried, because " + cause
                                + "; run it again to do what is left",
                        passing ? ExitStatus.TRY_LATER : ExitStatus.FAILED,
                        null,
                        null,
                        null,
                        null),
                null,
                null);
    }

    private static StepView ended(StepOutcome outcome) {
        StepView step = StepView.planned(outcome.step());
        if (outcome instanceof StepOutcome.Failed failed) {
            return step.ended("failed", failed.reason().getMessage());
        }
        return step.ended(outcome instanceof StepOutcome.Done ? "done" : "not-tried", null);
    }

    private int count(Class<? extends ZoneStep> kind) {
        return (int) plan.steps().stream().filter(kind::isInstance).count();
    }

    private Document document(int created, int changed, int removed, List<StepView> steps) {
        return new Document(
                plan.zone().domain().toString(),
                order.file(),
                order.dryRun(),
                lower(scope),
                plan.unchanged(),
                created,
                changed,
                removed,
                steps,
                plan.standing().stream().map(StandingView::of).toList(),
                file.leftOut().stream()
                        .map(one -> new LeftOutView(
                                one.line(), one.name().toString(), one.type().name(), lower(one.reason())))
                        .toList(),
                plan.ignored().stream().map(ImportResult::ignored).toList(),
                file.remarks());
    }

    private static IgnoredView ignored(WantedSet set) {
        return new IgnoredView(
                set.name().toString(),
                set.type().name(),
                set.values().stream()
                        .map(data -> StepView.text(StepView.priority(data), data.value()))
                        .toList());
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
