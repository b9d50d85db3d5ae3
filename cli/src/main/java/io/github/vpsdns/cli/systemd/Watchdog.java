// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.systemd;

import io.github.vpsdns.cli.terminal.Host;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** How long a service may keep silent, see sd_watchdog_enabled(3). */
final class Watchdog {
    private Watchdog() {}

    /**
     * Reads the limit off the environment.
     *
     * @param host the environment
     * @param process the number of this process, for the variables may be meant for another one
     * @return the limit, or {@code null} if there is none
     */
    static @Nullable Duration limit(Host host, long process) {
        String own = String.valueOf(process);
        if (!host.variable("WATCHDOG_PID").orElse(own).equals(own)) {
            return null;
        }
        try {
            long micros = Long.parseLong(host.variable("WATCHDOG_USEC").orElse("0"));
            return micros > 0 ? Duration.of(micros, ChronoUnit.MICROS) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
