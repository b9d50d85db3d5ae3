// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.dyndns;

import io.github.vpsdns.webhook.update.HostOutcome;
import io.github.vpsdns.webhook.update.HostUpdate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is to be done for a request, and what is answered anyhow. Immutable.
 *
 * @param lines a line for each host of the request in its order, or one for all
 * @param refused what was not taken and why, a sentence for each
 * @param test whether nothing is to be written
 * @param updates what the lines want, each host once, however often the request names it
 */
record UpdatePlan(List<HostLine> lines, List<String> refused, boolean test, List<HostUpdate> updates) {
    UpdatePlan {
        lines = List.copyOf(lines);
        refused = List.copyOf(refused);
        updates = List.copyOf(updates);
    }

    static UpdatePlan of(List<HostLine> lines, List<String> refused, boolean test) {
        return new UpdatePlan(
                lines,
                refused,
                test,
                lines.stream().flatMap(UpdatePlan::wanted).distinct().toList());
    }

    boolean isWholly() {
        return lines.stream().allMatch(line -> line instanceof HostLine.Wanted);
    }

    /** Only what is known without any update. */
    List<Line> told() {
        return lines.stream()
                .flatMap(line -> line instanceof HostLine.Told told ? Stream.of(told.line()) : Stream.empty())
                .toList();
    }

    /**
     * The answer.
     *
     * @param outcomes what became of {@link #updates()}
     */
    List<Line> answered(List<HostOutcome> outcomes) {
        List<Line> answer = new ArrayList<>(lines.size());
        for (HostLine line : lines) {
            answer.add(
                    line instanceof HostLine.Wanted wanted
                            ? Line.of(outcomes.get(updates.indexOf(wanted.update())))
                            : ((HostLine.Told) line).line());
        }
        return answer;
    }

    private static Stream<HostUpdate> wanted(HostLine line) {
        return line instanceof HostLine.Wanted wanted ? Stream.of(wanted.update()) : Stream.empty();
    }
}
