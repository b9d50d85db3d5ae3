// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.config;

import io.github.vpsdns.cli.monitor.HeartbeatUrl;
import io.github.vpsdns.cli.notify.Channel;
import io.github.vpsdns.cli.notify.SecretUrl;
import io.github.vpsdns.core.time.Timekeeper;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is told how a service gets on.
 *
 * @param webhook where changes and failures are posted to, or {@code null}
 * @param command a program and its arguments, run at changes and failures; empty for none
 * @param heartbeat a monitor that waits for signs of life, or {@code null}
 */
public record Notices(
        @Nullable SecretUrl webhook,
        List<String> command,
        @Nullable HeartbeatUrl heartbeat) {
    /** Copies the list. */
    public Notices {
        command = List.copyOf(command);
    }

    /**
     * Prepares the ways to those who are told of changes and failures.
     *
     * @param time the clock
     * @return the ways; perhaps none
     */
    public List<Channel> channels(Timekeeper time) {
        List<Channel> channels = new ArrayList<>();
        if (webhook != null) {
            channels.add(Channel.webhook(webhook, time));
        }
        if (!command.isEmpty()) {
            channels.add(Channel.command("on-change command", command));
        }
        return channels;
    }
}
