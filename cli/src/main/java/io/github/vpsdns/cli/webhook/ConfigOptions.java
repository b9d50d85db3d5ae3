// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.webhook;

import io.github.vpsdns.cli.base.FromEnvironment;
import io.github.vpsdns.cli.base.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the configuration is. Filled by picocli once a run. */
final class ConfigOptions {
    private static final Path USUAL = Path.of("/etc/vpsdns/webhook.yaml");

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The configuration, YAML. Default: /etc/vpsdns/webhook.yaml. [VPSDNS_WEBHOOK_CONFIG]")
    @FromEnvironment("VPSDNS_WEBHOOK_CONFIG")
    private @Nullable Path config;

    ConfigOptions() {}

    /** Returns the file that is named, or the usual one. */
    Path require() {
        if (config == null && !Files.exists(USUAL)) {
            throw new UsageException("there is no configuration at " + USUAL
                    + "; name yours with --config, or write one there as conf/webhook.yaml of the installation shows");
        }
        if (config != null && config.toString().isEmpty()) {
            throw new UsageException("--config: its value is empty; name a file, or leave the option out");
        }
        return config == null ? USUAL : config;
    }
}
