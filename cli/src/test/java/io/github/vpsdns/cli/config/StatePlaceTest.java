// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.cli.terminal.Host;
import io.github.vpsdns.core.time.Timekeeper;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StatePlaceTest {
    @Test
    void isWhereTheConfigurationSays() {
        assertThat(StatePlace.of(Path.of("/x/y"), "ddns.json", host("root", "STATE_DIRECTORY", "/var/lib/z")))
                .isEqualTo(Path.of("/x/y"));
    }

    @ParameterizedTest(name = "{0} with {1}={2}: {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "root, -, -, /var/lib/vpsdns/ddns.json",
                "root, STATE_DIRECTORY, /var/lib/agent, /var/lib/agent/ddns.json",
                "dynamic, STATE_DIRECTORY, /var/lib/one:/var/lib/two, /var/lib/one/ddns.json",
                "someone, -, -, /home/someone/.local/state/vpsdns/ddns.json",
                "someone, HOME, /elsewhere, /elsewhere/.local/state/vpsdns/ddns.json",
                "someone, XDG_STATE_HOME, /state, /state/vpsdns/ddns.json",
                "someone, XDG_STATE_HOME, relative, /home/someone/.local/state/vpsdns/ddns.json"
            })
    void isWhereSuchThingsAreKept(String user, @Nullable String variable, @Nullable String value, Path expected) {
        assertThat(StatePlace.of(null, "ddns.json", host(user, variable, value)))
                .isEqualTo(expected);
    }

    private static Host host(String user, @Nullable String variable, @Nullable String value) {
        Map<String, String> environment = variable == null || value == null ? Map.of() : Map.of(variable, value);
        return new Host(environment, user, Path.of("/home/someone"), Timekeeper.system());
    }
}
