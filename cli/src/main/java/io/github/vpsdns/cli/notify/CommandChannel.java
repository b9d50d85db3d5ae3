// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.notify;

import io.github.vpsdns.core.command.UserCommand;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Runs a command that finds the notice in its environment. */
final class CommandChannel implements Channel {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final UserCommand command;

    CommandChannel(String command) {
        this.command = UserCommand.shell("notify command", command, LIMIT);
    }

    @Override
    public void send(Notice notice) {
        Map<String, String> environment = new TreeMap<>();
        environment.put("VPSDNS_EVENT", notice.event().word());
        environment.put("VPSDNS_LINEAGE", notice.lineage());
        environment.put("VPSDNS_DOMAINS", String.join(" ", notice.domains()));
        environment.put("VPSDNS_MESSAGE", notice.message());
        environment.put(
                "VPSDNS_EXPIRES",
                notice.expires() == null ? "" : notice.expires().toString());
        environment.put(
                "VPSDNS_NEXT_ATTEMPT",
                notice.nextAttempt() == null ? "" : notice.nextAttempt().toString());
        environment.put("VPSDNS_FAILURES", String.valueOf(notice.failures()));
        command.run(environment);
    }
}
