// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.webhook.config;

import io.github.vpsdns.cli.yaml.Scalar;
import io.github.vpsdns.cli.yaml.YamlMap;
import io.github.vpsdns.webhook.settings.Limits;
import java.time.Duration;

/** Reads how much is taken of whom. Stateless. */
final class LimitsReader {
    private static final Limits USUAL = Limits.DEFAULT;
    private static final Scalar<Duration> LOCKOUT = Scalar.duration(Duration.ofSeconds(1), Duration.ofDays(30));

    private LimitsReader() {}

    static Limits read(YamlMap top) {
        return top.get("limits")
                .flatMap(value ->
                        value.map("account-failures", "address-failures", "lockout", "user-requests", "name-changes"))
                .map(LimitsReader::limits)
                .orElse(USUAL);
    }

    private static Limits limits(YamlMap map) {
        return new Limits(
                number(map, "account-failures", "failures", USUAL.accountFailures()),
                number(map, "address-failures", "failures", USUAL.addressFailures()),
                map.read("lockout", LOCKOUT).orElse(USUAL.lockout()),
                number(map, "user-requests", "requests", USUAL.userRequests()),
                number(map, "name-changes", "changes", USUAL.nameChanges()));
    }

    private static int number(YamlMap map, String key, String of, int usual) {
        return map.read(key, Scalar.number(1, 1_000_000, of)).orElse(usual);
    }
}
