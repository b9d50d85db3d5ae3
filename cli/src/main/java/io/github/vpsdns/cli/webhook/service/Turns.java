// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.webhook.service;

import io.github.vpsdns.cli.service.Repeats;
import io.github.vpsdns.core.time.Timekeeper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What has begun to be wrong that the server does not tell by itself, and what of that is well again, by looking again and again.
 * Belongs to the thread that looks.
 */
final class Turns {
    private final Repeats repeats;
    /** Whether it was said, by what is wrong. */
    private final Map<String, Boolean> wrong = new LinkedHashMap<>();

    Turns(Timekeeper time) {
        this.repeats = new Repeats(time);
    }

    /**
     * Looks.
     *
     * @param problems what is wrong now
     * @return what is to be said
     */
    List<Told> look(List<Problem> problems) {
        List<Told> turns = new ArrayList<>();
        Map<String, Problem> now = new LinkedHashMap<>();
        problems.stream().filter(problem -> !problem.told()).forEach(problem -> now.put(problem.subject(), problem));
        wrong.entrySet().removeIf(former -> {
            boolean over = !now.containsKey(former.getKey());
            if (over && former.getValue()) {
                turns.add(Told.about(former.getKey(), "recovered", "well again"));
            }
            return over;
        });
        now.forEach((subject, problem) -> {
            if (!wrong.containsKey(subject)) {
                boolean said = repeats.leftOut(subject, "wrong") >= 0;
                wrong.put(subject, said);
                if (said) {
                    turns.add(Told.of("trouble", problem.text()));
                }
            }
        });
        return turns;
    }
}
