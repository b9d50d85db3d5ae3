// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.dyndns;

import io.github.vpsdns.webhook.update.HostOutcome;
import io.github.vpsdns.webhook.update.HostUpdate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is to be done for a request, and what is answered anyhow.
 *
 * @param lines a line for each host of the request in its order, or one for all
 * @param refused what was not taken and why, a sentence for each
 */
record UpdatePlan(List<HostLine> lines, List<String> refused) {
    UpdatePlan {
        lines = List.copyOf(lines);
        refused = List.copyOf(refused);
    }

    /** Each host once, however often the request names it. */
    List<HostUpdate> updates() {
        return lines.stream().flatMap(UpdatePlan::wanted).distinct().toList();
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
        Map<HostUpdate, Line> known = new HashMap<>();
        List<HostUpdate> updates = updates();
        for (int i = 0; i < updates.size(); i++) {
            known.put(updates.get(i), Line.of(outcomes.get(i)));
        }
        return lines.stream()
                .map(line -> line instanceof HostLine.Told told
                        ? told.line()
                        : known.getOrDefault(((HostLine.Wanted) line).update(), Line.of(ReturnCode.TROUBLE)))
                .toList();
    }

    private static Stream<HostUpdate> wanted(HostLine line) {
        return line instanceof HostLine.Wanted wanted ? Stream.of(wanted.update()) : Stream.empty();
    }
}
