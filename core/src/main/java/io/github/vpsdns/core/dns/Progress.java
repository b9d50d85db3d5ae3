// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.dns;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How far one target has got at each server. Owned by one thread. */
final class Progress {
    private final Target target;
    private final Map<ServerPace, Standing> standings = new LinkedHashMap<>();
    private @Nullable Duration finishedAfter;

    /** What one server said last. */
    private static final class Standing {
        private String last = "not asked yet";
        private @Nullable Duration hadAfter;
    }

    Progress(Target target, List<ServerPace> servers) {
        this.target = target;
        servers.forEach(server -> standings.put(server, new Standing()));
    }

    Target target() {
        return target;
    }

    /** Takes note of what a server said and tells whether that is anything new. */
    boolean note(ServerPace server, AnswerReader.Reading reading, Duration elapsed) {
        Standing standing = standings.get(server);
        if (standing == null || standing.hadAfter != null) {
            return false;
        }
        boolean has = reading.atEnd().containsAll(target.values());
        String said = Answers.describe(reading.answer());
        if (has) {
            standing.hadAfter = elapsed;
        }
        boolean news = has || !said.equals(standing.last);
        standing.last = said;
        return news;
    }

    boolean isLackedBy(ServerPace server) {
        Standing standing = standings.get(server);
        return finishedAfter == null && standing != null && standing.hadAfter == null;
    }

    /** Tells whether every server has it, or each that lacks it is down while another has it. */
    boolean finish(Duration elapsed, Duration tolerateSilentAfter) {
        if (finishedAfter != null) {
            return true;
        }
        boolean anyHas = standings.values().stream().anyMatch(standing -> standing.hadAfter != null);
        for (Map.Entry<ServerPace, Standing> one : standings.entrySet()) {
            boolean leftOut = anyHas && one.getKey().isSilentSince(tolerateSilentAfter, elapsed);
            if (one.getValue().hadAfter == null && !leftOut) {
                return false;
            }
        }
        finishedAfter = elapsed;
        return true;
    }

    PropagationReport report(Duration elapsed) {
        Duration now = finishedAfter == null ? elapsed : finishedAfter;
        List<PropagationReport.ServerState> states = new ArrayList<>();
        standings.forEach((server, standing) -> {
            boolean has = standing.hadAfter != null;
            String last = !has && finishedAfter != null ? standing.last + "; left out" : standing.last;
            states.add(new PropagationReport.ServerState(
                    server.server(), has, standing.hadAfter == null ? now : standing.hadAfter, last));
        });
        return new PropagationReport(target.question().name(), states, now);
    }
}
