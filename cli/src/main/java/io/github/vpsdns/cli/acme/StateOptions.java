// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.acme;

import io.github.vpsdns.cli.base.FromEnvironment;
import io.github.vpsdns.cli.base.UsageException;
import io.github.vpsdns.cli.terminal.Host;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where accounts, certificates and the journal are kept. Filled by picocli once a run. */
public final class StateOptions {
    private static final String SYSTEM = "/var/lib/vpsdns/acme";

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "Where accounts and certificates are kept. Default: " + SYSTEM
                    + " for root, otherwise $XDG_STATE_HOME/vpsdns/acme. [VPSDNS_ACME_DIR]")
    @FromEnvironment("VPSDNS_ACME_DIR")
    private @Nullable Path dir;

    /** Creates the option as if it was not given. */
    public StateOptions() {}

    /**
     * Returns the directory.
     *
     * @param host where and as whom the command runs
     * @return what was given, or the default; perhaps relative, perhaps not there
     * @throws UsageException if an empty name was given
     */
    public Path directory(Host host) {
        if (dir != null) {
            if (dir.toString().isEmpty()) {
                throw new UsageException("--dir: its value is empty; name a directory, or leave the option out");
            }
            return dir;
        }
        if (host.user().equals("root")) {
            return Path.of(SYSTEM);
        }
        // XDG base directory specification: a relative path there is to be ignored.
        return absolute(host, "XDG_STATE_HOME")
                .orElseGet(() -> home(host).resolve(".local/state"))
                .resolve("vpsdns/acme");
    }

    /** What a shell takes {@code ~} for; Java's own notion is that of the user database. */
    private static Path home(Host host) {
        return absolute(host, "HOME").orElse(host.home());
    }

    private static Optional<Path> absolute(Host host, String variable) {
        return host.variable(variable).map(Path::of).filter(Path::isAbsolute);
    }
}
