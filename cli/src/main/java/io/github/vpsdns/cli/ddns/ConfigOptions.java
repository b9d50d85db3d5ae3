// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.ddns;

import io.github.vpsdns.cli.base.FromEnvironment;
import io.github.vpsdns.cli.base.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the configuration is. Filled by picocli once a run. */
final class ConfigOptions {
    private static final Path USUAL = Path.of("/etc/vpsdns/ddns.yaml");

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The configuration, YAML. Default: /etc/vpsdns/ddns.yaml. [VPSDNS_DDNS_CONFIG]")
    @FromEnvironment("VPSDNS_DDNS_CONFIG")
    private @Nullable Path config;

    ConfigOptions() {}

    /** Returns the file that is named, or the usual one if it is there. */
    Optional<Path> find() {
        if (config != null) {
            if (config.toString().isEmpty()) {
                throw new UsageException("--config: its value is empty; name a file, or leave the option out");
            }
            return Optional.of(config);
        }
        return Optional.of(USUAL).filter(Files::exists);
    }

    Path require() {
        return find().orElseThrow(() -> new UsageException("there is no configuration at " + USUAL
                + "; name yours with --config, or write one there as conf/ddns.yaml of the installation shows"));
    }
}
