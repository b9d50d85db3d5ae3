// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.webhook.config;

import io.github.vpsdns.cli.yaml.Scalar;
import io.github.vpsdns.cli.yaml.YamlMap;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.webhook.settings.BrokerSettings;
import io.github.vpsdns.webhook.settings.BrokerSettings.Registration;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads how challenges of ACME clients become records. Stateless. */
final class BrokerReader {
    private static final BrokerSettings USUAL = BrokerSettings.DEFAULT;
    private static final Scalar<Duration> EXPIRY = Scalar.duration(Duration.ofMinutes(1), Duration.ofDays(30));

    private BrokerReader() {}

    static BrokerSettings read(YamlMap top) {
        Duration expire = top.read("challenge-expiry", EXPIRY).orElse(USUAL.expire());
        Optional<YamlMap> acmeDns = top.get("acme-dns").flatMap(value -> value.map("domain", "register"));
        acmeDns.filter(map -> map.get("domain").isEmpty())
                .ifPresent(map -> map.whole()
                        .wrong("the domain is missing; expected the key domain with a name in a zone of yours, such as"
                                + " auth.example.com"));
        Optional<DomainName> domain = acmeDns.flatMap(map -> map.read("domain", FullNames.NAME));
        Registration registration = acmeDns.flatMap(
                        map -> map.read("register", Scalar.word(List.of(Registration.values()), Registration::word)))
                .orElse(USUAL.registration());
        return new BrokerSettings(USUAL.ttl(), expire, domain.orElse(null), registration);
    }
}
