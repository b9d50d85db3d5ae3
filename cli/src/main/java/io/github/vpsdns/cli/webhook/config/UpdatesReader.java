// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.webhook.config;

import io.github.vpsdns.cli.yaml.Scalar;
import io.github.vpsdns.cli.yaml.YamlMap;
import io.github.vpsdns.cli.yaml.YamlValue;
import io.github.vpsdns.core.address.AddressKind;
import io.github.vpsdns.core.record.Ttl;
import io.github.vpsdns.webhook.settings.AddressPolicy;
import io.github.vpsdns.webhook.settings.DriftPolicy;
import io.github.vpsdns.webhook.settings.UpdateSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads how updates become records. Stateless. */
final class UpdatesReader {
    private static final UpdateSettings USUAL = UpdateSettings.DEFAULT;
    private static final Scalar<Ttl> TTL =
            Scalar.number(1, Integer.MAX_VALUE, "seconds").to(Ttl::of);
    /** The server ends requests after 25 seconds, with a status that some clients take for a fault of theirs. */
    private static final Scalar<Duration> PATIENCE = Scalar.duration(Duration.ofMillis(100), Duration.ofSeconds(20));

    private static final Scalar<Duration> RECHECK = Scalar.duration(Duration.ofSeconds(10), Duration.ofDays(30));
    private static final Scalar<Boolean> REPLACE =
            Scalar.word(Map.of("replace", true, "refuse", false), List.of("replace", "refuse"));
    private static final Scalar<AddressKind> KIND = Scalar.word(
            List.of(
                    AddressKind.PRIVATE,
                    AddressKind.CGNAT,
                    AddressKind.ULA,
                    AddressKind.LINK_LOCAL,
                    AddressKind.LOOPBACK,
                    AddressKind.RESERVED),
            AddressKind::word);

    private UpdatesReader() {}

    static UpdateSettings read(YamlMap top) {
        return new UpdateSettings(
                top.read("ttl", TTL).orElse(USUAL.ttl()),
                top.read("patience", PATIENCE).orElse(USUAL.patience()),
                top.read("recheck", RECHECK).orElse(USUAL.recheck()),
                top.read("on-drift", Scalar.word(List.of(DriftPolicy.values()), DriftPolicy::word))
                        .orElse(USUAL.drift()),
                top.read("parallel", Scalar.number(1, 64, "calls")).orElse(USUAL.parallel()),
                false);
    }

    static AddressPolicy addresses(YamlMap top) {
        boolean replace = top.read("private-addresses", REPLACE).orElse(AddressPolicy.REPLACE.replace());
        Set<AddressKind> allow = top.get("allow").map(UpdatesReader::kinds).orElse(Set.of());
        return new AddressPolicy(replace, allow);
    }

    private static Set<AddressKind> kinds(YamlValue value) {
        return value.oneOrMore(AddressKind.values().length, "kinds of addresses").stream()
                .flatMap(kind -> kind.read(KIND).stream())
                .collect(Collectors.toSet());
    }
}
