// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.config;

import io.github.vpsdns.cli.terminal.Host;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a service keeps what it remembers. Stateless. */
public final class StatePlace {
    private StatePlace() {}

    /**
     * Returns the file that is configured, else one where systemd, root or the user keeps such things.
     *
     * @param configured the file in the configuration, or {@code null}
     * @param file its name otherwise
     * @param host who the service runs as
     * @return the file's absolute path, if the configured one is
     */
    public static Path of(@Nullable Path configured, String file, Host host) {
        if (configured != null) {
            return configured;
        }
        // systemd.exec(5): several directories are separated by colons.
        Optional<Path> systemd = host.variable("STATE_DIRECTORY")
                .map(directories -> Path.of(directories.split(":", 2)[0]))
                .filter(Path::isAbsolute);
        if (systemd.isPresent()) {
            return systemd.get().resolve(file);
        }
        if (host.user().equals("root")) {
            return Path.of("/var/lib/vpsdns", file);
        }
        // XDG base directory specification: a relative path there is to be ignored.
        return absolute(host, "XDG_STATE_HOME")
                .orElseGet(() -> absolute(host, "HOME").orElse(host.home()).resolve(".local/state"))
                .resolve("vpsdns")
                .resolve(file);
    }

    private static Optional<Path> absolute(Host host, String variable) {
        return host.variable(variable).map(Path::of).filter(Path::isAbsolute);
    }
}
