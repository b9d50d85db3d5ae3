// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.webhook.service;

import io.github.vpsdns.cli.monitor.HeartbeatUrl;
import io.github.vpsdns.cli.notify.Channel;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the service does around the server.
 *
 * @param onChange who is told of changes and failures, see {@link Channel}
 * @param heartbeat where it is told, every five minutes and at every turn, how it stands; or {@code null}
 * @param audit a file to which is added who did what, or {@code null}
 */
public record ServiceSettings(
        List<Channel> onChange,
        @Nullable HeartbeatUrl heartbeat,
        @Nullable Path audit) {
    /** Copies the list. */
    public ServiceSettings {
        onChange = List.copyOf(onChange);
    }
}
