// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.acme;

import io.github.vpsdns.acme.dns01.CleanupReport;
import io.github.vpsdns.acme.journal.Journal;
import io.github.vpsdns.acme.sweep.FoundValue;
import io.github.vpsdns.acme.sweep.SweepFindings;
import io.github.vpsdns.acme.sweep.SweepReport;
import io.github.vpsdns.cli.base.Complaint;
import io.github.vpsdns.cli.base.ExitStatus;
import io.github.vpsdns.cli.base.Failure;
import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.cli.terminal.Table;
import io.github.vpsdns.core.VpsDnsException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a cleanup found and did, for people and programs. */
final class CleanupResult {
    private final Frame frame;
    private final Duration olderThan;
    private final List<Journal.Entry> own;
    private final SweepFindings found;

    CleanupResult(Frame frame, Duration olderThan, List<Journal.Entry> own, SweepFindings found) {
        this.frame = frame;
        this.olderThan = olderThan;
        this.own = own;
        this.found = found;
    }

    /**
     * A value as a JSON document shows it.
     *
     * @param name where it stands
     * @param value its text
     * @param createdAt when it was made or noted, or {@code null} if that is not known
     * @param origin {@code journal}, or {@code shape} where only its looks tell
     * @param action {@code removed}, {@code would-remove}, {@code kept} or {@code failed}
     * @param reason why it is not removed, or {@code null}
     */
    record ValueView(
            String name,
            String value,
            @Nullable Instant createdAt,
            String origin,
            String action,
            @Nullable String reason) {}

    private record Document(boolean dryRun, int removed, List<ValueView> values, List<String> unreadZones) {}

    /** Returns those that the journal does not know as well. */
    List<FoundValue> strangers(List<FoundValue> values) {
        return values.stream()
                .filter(value -> own.stream()
                        .noneMatch(entry -> entry.name().equals(value.name())
                                && entry.value().equals(value.record().data().value())))
                .toList();
    }

    /** Shows each value before anything is removed. */
    void show() {
        List<FoundValue> others = strangers(found.values());
        if (frame.globals().json() || (own.isEmpty() && others.isEmpty())) {
            return;
        }
        Table table = frame.table("NAME", "VALUE", "MADE", "");
        own.forEach(entry -> table.row(
                entry.name().toString(), entry.value(), entry.at().toString(), "left by an earlier run, goes"));
        others.forEach(value -> table.row(
                value.name().toString(),
                value.record().data().value(),
                value.record().createdAt() == null
                        ? "-"
                        : value.record().createdAt().toString(),
                reason(value) == null ? "goes" : "stays, " + reason(value)));
        table.finish();
    }

    /** Ends a dry run. */
    int planned() {
        int count = own.size() + strangers(found.stale()).size();
        frame.result(
                count == 0 ? "nothing would be removed" : words(count) + " would be removed",
                () -> new Document(
                        true,
                        0,
                        views(CleanupReport.EMPTY, new SweepReport(List.of(), Map.of()), "would-remove"),
                        unread()));
        return complaint(List.of());
    }

    /** Tells what became of it. */
    int done(CleanupReport ownReport, SweepReport report) {
        int removed = ownReport.gone().size() + report.removed().size();
        frame.result(
                removed == 0 ? "nothing was removed" : "removed " + words(removed),
                () -> new Document(false, removed, views(ownReport, report, "removed"), unread()));
        List<Trouble> troubles = new ArrayList<>();
        ownReport
                .left()
                .forEach(left -> troubles.add(new Trouble("a value at " + left.name() + ": " + left.reason(), true)));
        report.left()
                .forEach((value, reason) -> troubles.add(
                        new Trouble("a value at " + value.name() + ": " + reason.getMessage(), reason.isTransient())));
        return complaint(troubles);
    }

    private record Trouble(String what, boolean passing) {}

    private int complaint(List<Trouble> left) {
        List<Trouble> all = new ArrayList<>(left);
        found.unread()
                .forEach((zone, reason) -> all.add(new Trouble(
                        "the records of " + zone + " could not all be seen: " + reason.getMessage(),
                        reason.isTransient())));
        if (all.isEmpty()) {
            return ExitStatus.DONE;
        }
        boolean passing = all.stream().allMatch(Trouble::passing);
        String more = all.size() == 1 ? "" : " (and " + (all.size() - 1) + " more)";
        return Complaint.make(
                frame,
                new Failure(
                        "cleanup-incomplete",
                        "challenge values may be left, " + all.get(0).what() + more,
                        passing ? ExitStatus.TRY_LATER : ExitStatus.FAILED,
                        null,
                        null,
                        null,
                        null),
                null,
                null);
    }

    private List<String> unread() {
        return found.unread().keySet().stream().map(Object::toString).sorted().toList();
    }

    private List<ValueView> views(CleanupReport ownReport, SweepReport report, String done) {
        Stream<ValueView> mine = own.stream().map(entry -> {
            @Nullable
            String why = ownReport.left().stream()
                    .filter(left ->
                            left.name().equals(entry.name()) && left.value().equals(entry.value()))
                    .map(CleanupReport.Leftover::reason)
                    .findFirst()
                    .orElse(null);
            return new ValueView(
                    entry.name().toString(), entry.value(), entry.at(), "journal", why == null ? done : "failed", why);
        });
        Stream<ValueView> others = strangers(found.values()).stream().map(value -> {
            @Nullable VpsDnsException failure = report.left().get(value);
            @Nullable String stays = reason(value);
            return new ValueView(
                    value.name().toString(),
                    value.record().data().value(),
                    value.record().createdAt(),
                    "shape",
                    stays != null ? "kept" : failure != null ? "failed" : done,
                    failure != null ? failure.getMessage() : stays);
        });
        return Stream.concat(mine, others).toList();
    }

    private @Nullable String reason(FoundValue value) {
        return switch (value.verdict()) {
            case STALE -> null;
            case YOUNG -> "younger than " + words(olderThan);
            case UNDATED -> "its age is not known (--include-undated)";
            case AT_ALIAS -> "it stands where only a CNAME leads (--follow, --alias)";
        };
    }

    private static String words(Duration time) {
        if (time.toHours() > 0 && time.equals(Duration.ofHours(time.toHours()))) {
            return time.toHours() + " h";
        }
        return time.toMinutes() > 0 ? time.toMinutes() + " min" : time.toSeconds() + " s";
    }

    private static String words(int count) {
        return count == 1 ? "1 challenge value" : count + " challenge values";
    }
}
