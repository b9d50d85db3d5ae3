// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.terminal;

import io.github.vpsdns.core.time.Timekeeper;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where and as whom the command runs.
 *
 * @param environment the environment variables; immutable
 * @param user the user's login name
 * @param home the user's home directory
 * @param time the clock
 */
public record Host(Map<String, String> environment, String user, Path home, Timekeeper time) {
    /** Copies the environment. */
    public Host {
        environment = Map.copyOf(environment);
    }

    /**
     * Returns a variable of the environment.
     *
     * @param name its name
     * @return its value; empty if it is not set, or set to nothing
     */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }
}
