// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.systemd;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.cli.terminal.Host;
import io.github.vpsdns.core.time.Timekeeper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchdogTest {
    @Test
    void hasTheLimitOfTheEnvironment() {
        assertThat(limit(Map.of("WATCHDOG_USEC", "120000000"))).isEqualTo(Duration.ofMinutes(2));
        assertThat(limit(Map.of("WATCHDOG_USEC", "3000000", "WATCHDOG_PID", "7")))
                .isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void hasNoneWhereItIsMeantForAnotherProcess() {
        assertThat(limit(Map.of("WATCHDOG_USEC", "3000000", "WATCHDOG_PID", "8")))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "soon", "99999999999999999999"})
    void hasNoneWhereTheLimitIsNone(String text) {
        assertThat(limit(Map.of("WATCHDOG_USEC", text))).isNull();
    }

    private static Duration limit(Map<String, String> environment) {
        return Watchdog.limit(new Host(environment, "", Path.of("/"), Timekeeper.system()), 7);
    }
}
