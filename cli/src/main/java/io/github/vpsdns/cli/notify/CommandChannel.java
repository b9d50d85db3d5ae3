// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.notify;

import io.github.vpsdns.core.command.UserCommand;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Runs a command that finds the notice in its environment. */
record CommandChannel(UserCommand command) implements Channel {
    /** How long a command may take. */
    static final Duration LIMIT = Duration.ofMinutes(2);

    @Override
    public void send(Notice notice) {
        Map<String, String> environment = new TreeMap<>(notice.variables());
        environment.put("VPSDNS_EVENT", notice.event());
        environment.put("VPSDNS_MESSAGE", notice.message());
        command.run(environment);
    }
}
