// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.ddns.config;

import io.github.vpsdns.cli.config.ApiPart;
import io.github.vpsdns.cli.config.DnsPart;
import io.github.vpsdns.cli.config.Surroundings;
import io.github.vpsdns.cli.yaml.MistakesException;
import io.github.vpsdns.cli.yaml.YamlFile;
import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.ddns.settings.AddressRule;
import io.github.vpsdns.ddns.settings.AgentSettings;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a configuration file of the agent says. Immutable.
 *
 * @param agent what the agent does
 * @param addresses how the addresses are found for all records that do not say otherwise; perhaps none
 * @param api where the API is
 * @param dns which name servers are asked
 * @param state where the agent keeps what it remembers, or {@code null} if that is not said
 * @param watchers who is told how it goes
 */
public record DdnsConfiguration(
        AgentSettings agent,
        Map<Family, AddressRule> addresses,
        ApiPart api,
        DnsPart dns,
        @Nullable Path state,
        Watchers watchers) {
    /** Copies the map. */
    public DdnsConfiguration {
        addresses = Map.copyOf(addresses);
    }

    /**
     * Reads a configuration file, and the files with secrets that it names.
     *
     * @param file the file; paths in it are relative to its directory
     * @return what it says
     * @throws MistakesException if it cannot be read or has mistakes
     */
    public static DdnsConfiguration read(Path file) {
        Surroundings surroundings = Surroundings.of(file);
        return YamlFile.read(file, root -> ConfigurationReader.read(root, surroundings));
    }
}
