// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.webhook.config;

import io.github.vpsdns.cli.yaml.Scalar;
import io.github.vpsdns.cli.yaml.YamlMap;
import io.github.vpsdns.cli.yaml.YamlValue;
import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.address.HostPart;
import io.github.vpsdns.webhook.settings.HostGrant;
import io.github.vpsdns.webhook.settings.HostPattern;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads which hosts a user may update. Used once for each user. */
final class GrantsReader {
    private static final int MOST = 1000;
    private static final Scalar<HostPart> HOST_PART =
            Scalar.text(60, "a host part such as \"::1:2:3:4\"").to(HostPart::of);

    private final Set<HostPattern> seen = new HashSet<>();

    List<HostGrant> read(YamlValue value) {
        return value.oneOrMore(MOST, "names").stream()
                .flatMap(each -> (each.isMap() ? detailed(each) : plain(each)).stream())
                .toList();
    }

    private Optional<HostGrant> plain(YamlValue value) {
        return value.read(FullNames.PATTERN.to(this::once)).map(pattern -> new HostGrant(pattern, null));
    }

    private Optional<HostGrant> detailed(YamlValue value) {
        return value.map("name", "ipv6-host").flatMap(this::detailed);
    }

    private Optional<HostGrant> detailed(YamlMap map) {
        if (map.get("name").isEmpty()) {
            map.whole().wrong("the name is missing; expected the key name with a full name such as home.example.com");
        }
        Optional<HostPattern> pattern = map.read("name", FullNames.PATTERN.to(this::once));
        @Nullable HostPart part = map.read("ipv6-host", HOST_PART).orElse(null);
        if (part != null && pattern.filter(HostPattern::below).isPresent()) {
            map.get("ipv6-host")
                    .ifPresent(value -> value.wrong("it is one machine's, and '" + pattern.get()
                            + "' means many; expected it with the full name of one host"));
        }
        return pattern.map(each -> new HostGrant(each, part));
    }

    private HostPattern once(HostPattern pattern) {
        if (!seen.add(pattern)) {
            throw new InvalidValueException("'" + pattern + "' is there twice; expected each name once");
        }
        return pattern;
    }
}
