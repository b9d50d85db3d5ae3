// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.persist;

import io.github.vpsdns.acme.persist.ProofOutcome;
import io.github.vpsdns.acme.persist.ProofRecord;
import io.github.vpsdns.acme.persist.ProofStatus;
import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.core.zone.DnsRecord;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What stands, what was done and what is gone, for people and as JSON. */
final class ProofReport {
    private ProofReport() {}

    /**
     * What stands for a name.
     *
     * @param name the name, with {@code *.} where that is to be proven
     * @param at where records stand or should
     * @param proven whether a record proves the name now
     * @param until until when, or {@code null} if as long as it stands, or not at all
     * @param records our records there
     */
    private record Shown(
            String name,
            String at,
            boolean proven,
            @Nullable Instant until,
            List<String> records) {}

    /**
     * What was done for a name.
     *
     * @param name the name, with {@code *.} where that is to be proven
     * @param at where
     * @param change what was done, a word of {@link io.github.vpsdns.acme.persist.ProofChange} in lower case
     * @param record what stands, or would
     * @param until until when it holds, or {@code null} if as long as it stands
     * @param dryRun whether nothing was done
     */
    private record Set(
            String name,
            String at,
            String change,
            String record,
            @Nullable Instant until,
            boolean dryRun) {}

    private record Removed(List<String> records, boolean dryRun) {}

    static void show(Frame frame, List<ProofStatus> seen, Instant now) {
        if (frame.globals().json()) {
            frame.documents(seen.stream().map(status -> shown(status, now)));
        } else {
            seen.forEach(status -> frame.say(words(status, now)));
        }
    }

    private static Shown shown(ProofStatus status, Instant now) {
        Optional<ProofRecord> proof = status.proof(now);
        return new Shown(
                status.demand().orderName().toString(),
                status.target().toString(),
                proof.isPresent(),
                proof.flatMap(ProofRecord::until).orElse(null),
                status.standing().stream().map(ProofRecord::toString).toList());
    }

    private static String words(ProofStatus status, Instant now) {
        Optional<ProofRecord> proof = status.proof(now);
        String name = status.demand().orderName().toString();
        if (proof.isPresent()) {
            return name + ": proven" + duration(proof.get()) + ", by " + status.target() + " TXT " + proof.get();
        }
        if (status.standing().isEmpty()) {
            return name + ": not proven, no record of this account stands at " + status.target();
        }
        return name + ": not proven, "
                + status.standing().stream()
                        .map(record -> status.target() + " TXT " + record + " "
                                + (record.holdsAt(now) ? "does not cover wildcards" : "has expired"))
                        .collect(Collectors.joining(", "));
    }

    static void set(Frame frame, List<ProofOutcome> outcomes, boolean dryRun) {
        if (frame.globals().json()) {
            frame.documents(outcomes.stream()
                    .map(one -> new Set(
                            one.demand().orderName().toString(),
                            one.target().toString(),
                            one.change().name().toLowerCase(Locale.ROOT),
                            one.record().toString(),
                            one.record().until().orElse(null),
                            dryRun)));
        } else {
            outcomes.forEach(one -> frame.say(words(one, dryRun)));
        }
    }

    private static String words(ProofOutcome outcome, boolean dryRun) {
        String done = switch (outcome.change()) {
            case NONE -> "stands";
            case CHANGED -> dryRun ? "would be changed" : "changed";
            case CREATED -> dryRun ? "would be made" : "made";
        };
        String until = outcome.record().until().map(time -> "until " + time).orElse("as long as it stands");
        return outcome.demand().orderName() + ": " + done + ", proves it " + until + ": " + outcome.target() + " TXT "
                + outcome.record();
    }

    static void removed(Frame frame, List<DnsRecord> ours, boolean dryRun) {
        List<String> values = ours.stream().map(record -> record.data().value()).toList();
        frame.result(
                ours.isEmpty()
                        ? "no record of this account is there, nothing removed"
                        : (dryRun ? "would remove " : "removed ") + String.join(", ", values),
                () -> new Removed(values, dryRun));
    }

    private static String duration(ProofRecord record) {
        return record.until().map(until -> " until " + until).orElse(" as long as it stands");
    }
}
