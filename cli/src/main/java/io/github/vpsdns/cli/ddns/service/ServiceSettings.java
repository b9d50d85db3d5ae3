// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.ddns.service;

import io.github.vpsdns.cli.monitor.HeartbeatUrl;
import io.github.vpsdns.cli.notify.Channel;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the service does around the agent.
 *
 * @param listen where health and metrics are served, or {@code null} for nowhere; port 0 takes any that is free
 * @param onChange who is told of changes and failures, see {@link Channel}
 * @param heartbeat where it is told, once an interval and at every turn, how it stands; or {@code null}
 * @param interval how often the agent compares all records with the API
 */
public record ServiceSettings(
        @Nullable InetSocketAddress listen,
        List<Channel> onChange,
        @Nullable HeartbeatUrl heartbeat,
        Duration interval) {
    /** Copies the list. */
    public ServiceSettings {
        onChange = List.copyOf(onChange);
    }
}
