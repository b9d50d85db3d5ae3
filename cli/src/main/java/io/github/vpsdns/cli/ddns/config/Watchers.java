// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.ddns.config;

import io.github.vpsdns.cli.monitor.HeartbeatUrl;
import io.github.vpsdns.cli.notify.SecretUrl;
import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is told how the agent gets on.
 *
 * @param listen where health and metrics are served, or {@code null} for nowhere
 * @param webhook where changes and failures are posted to, or {@code null}
 * @param command a program and its arguments, run at changes and failures; empty for none
 * @param heartbeat a monitor that waits for signs of life, or {@code null}
 */
public record Watchers(
        @Nullable InetSocketAddress listen,
        @Nullable SecretUrl webhook,
        List<String> command,
        @Nullable HeartbeatUrl heartbeat) {
    /** Copies the list. */
    public Watchers {
        command = List.copyOf(command);
    }
}
