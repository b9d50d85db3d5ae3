// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.webhook.config;

import io.github.vpsdns.cli.config.ApiPart;
import io.github.vpsdns.cli.config.DnsPart;
import io.github.vpsdns.cli.config.Notices;
import io.github.vpsdns.cli.config.Surroundings;
import io.github.vpsdns.cli.terminal.Host;
import io.github.vpsdns.cli.yaml.MistakesException;
import io.github.vpsdns.cli.yaml.YamlFile;
import io.github.vpsdns.webhook.settings.WebhookSettings;
import io.github.vpsdns.webhook.store.StorePlace;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a configuration file of the server says. Immutable.
 *
 * @param server what the server does
 * @param store where it keeps what it must not forget
 * @param api where the API is
 * @param dns which name servers are asked
 * @param notices who is told how it goes
 * @param audit a file to which is added who did what, or {@code null} for none
 */
public record WebhookConfiguration(
        WebhookSettings server,
        StorePlace store,
        ApiPart api,
        DnsPart dns,
        Notices notices,
        @Nullable Path audit) {
    /**
     * Reads a configuration file, and looks at the files that it names.
     *
     * @param file the file; paths in it are relative to its directory
     * @param host who the server runs as, which decides where it keeps things unless the file says it
     * @return what it says
     * @throws MistakesException if it cannot be read or has mistakes
     */
    public static WebhookConfiguration read(Path file, Host host) {
        Surroundings surroundings = Surroundings.of(file);
        return YamlFile.read(file, root -> ConfigurationReader.read(root, surroundings, host));
    }
}
