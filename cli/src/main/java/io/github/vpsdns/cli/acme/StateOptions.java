// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.acme;

import io.github.vpsdns.cli.base.FromEnvironment;
import io.github.vpsdns.cli.base.UsageException;
import io.github.vpsdns.cli.terminal.Host;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where accounts, certificates and the journal are kept. */
final class StateOptions {
    private static final String SYSTEM = "/var/lib/vpsdns/acme";

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "Where accounts and certificates are kept. Default: " + SYSTEM
                    + " for root, otherwise $XDG_STATE_HOME/vpsdns/acme. [VPSDNS_ACME_DIR]")
    @FromEnvironment("VPSDNS_ACME_DIR")
    private @Nullable Path dir;

    Path directory(Host host) {
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
        return host.variable("XDG_STATE_HOME")
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElseGet(() -> host.home().resolve(".local/state"))
                .resolve("vpsdns/acme");
    }
}
