// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.verify;

import io.github.vpsdns.core.dns.PropagationReport;
import java.time.Duration;
import java.util.stream.Collectors;

/** Where addresses are missing, in words. */
final class Lack {
    private static final int SHOWN = 4;

    private Lack() {}

    static String clause(PropagationReport report, Duration limit) {
        var lacking = report.servers().stream().filter(server -> !server.has()).toList();
        String shown = lacking.stream()
                .limit(SHOWN)
                .map(server -> server.server() + " (" + server.last() + ")")
                .collect(Collectors.joining(", "));
        int others = lacking.size() - SHOWN;
        return "after " + text(limit) + " it is still not visible at " + shown
                + (others > 0 ? " and " + others + " more" : "");
    }

    private static String text(Duration limit) {
        return limit.toSeconds() > 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
    }
}
