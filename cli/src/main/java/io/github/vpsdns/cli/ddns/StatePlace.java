// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.ddns;

import io.github.vpsdns.cli.terminal.Host;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the agent keeps what it remembers. */
final class StatePlace {
    private static final String FILE = "ddns.json";

    private StatePlace() {}

    /** Returns the file that is configured, else one where systemd, root or the user keeps such things. */
    static Path of(@Nullable Path configured, Host host) {
        if (configured != null) {
            return configured;
        }
        // systemd.exec(5): several directories are separated by colons.
        Optional<Path> systemd = host.variable("STATE_DIRECTORY")
                .map(directories -> Path.of(directories.split(":", 2)[0]))
                .filter(Path::isAbsolute);
        if (systemd.isPresent()) {
            return systemd.get().resolve(FILE);
        }
        if (host.user().equals("root")) {
            return Path.of("/var/lib/vpsdns", FILE);
        }
        // XDG base directory specification: a relative path there is to be ignored.
        return absolute(host, "XDG_STATE_HOME")
                .orElseGet(() -> absolute(host, "HOME").orElse(host.home()).resolve(".local/state"))
                .resolve("vpsdns")
                .resolve(FILE);
    }

    private static Optional<Path> absolute(Host host, String variable) {
        return host.variable(variable).map(Path::of).filter(Path::isAbsolute);
    }
}
