// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.ddns.config;

import io.github.vpsdns.cli.config.ApiPart;
import io.github.vpsdns.cli.config.DnsPart;
import io.github.vpsdns.cli.config.OutsideReader;
import io.github.vpsdns.cli.config.Surroundings;
import io.github.vpsdns.cli.yaml.Scalar;
import io.github.vpsdns.cli.yaml.YamlMap;
import io.github.vpsdns.cli.yaml.YamlValue;
import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.record.Ttl;
import io.github.vpsdns.ddns.settings.AddressRule;
import io.github.vpsdns.ddns.settings.AgentSettings;
import io.github.vpsdns.ddns.settings.DriftPolicy;
import io.github.vpsdns.ddns.settings.RecordRule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads the file as a whole. */
final class ConfigurationReader {
    static final Scalar<Ttl> TTL =
            Scalar.number(1, Integer.MAX_VALUE, "seconds").to(Ttl::of);
    /** Short, since a dynamic address is looked up anew at most that long after it changed. */
    static final Ttl USUAL_TTL = Ttl.of(60);

    private static final Scalar<Duration> INTERVAL = Scalar.duration(Duration.ofSeconds(1), Duration.ofDays(30));
    private static final Scalar<Duration> WATCH =
            Scalar.duration(Duration.ofMillis(100), Duration.ofHours(1)).or("off", Duration.ZERO);
    private static final Scalar<Boolean> ON_STOP =
            Scalar.word(Map.of("leave", false, "withdraw", true), List.of("leave", "withdraw"));
    private final Surroundings surroundings;

    private ConfigurationReader(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    static Supplier<DdnsConfiguration> read(YamlValue root, Surroundings surroundings) {
        Optional<YamlMap> top = root.map(
                "api",
                "dns",
                "interval",
                "watch",
                "ttl",
                "state",
                "verify",
                "on-drift",
                "on-stop",
                "parallel",
                "addresses",
                "records",
                "on-change",
                "heartbeat",
                "heartbeat-file",
                "listen");
        return top.map(map -> new ConfigurationReader(surroundings).top(map)).orElse(() -> {
            throw new IllegalStateException("asked for a configuration in spite of a mistake");
        });
    }

    private Supplier<DdnsConfiguration> top(YamlMap top) {
        OutsideReader outside = new OutsideReader(surroundings);
        ApiPart api = outside.api(top);
        DnsPart dns = outside.dns(top);
        Path state = top.read("state", surroundings.path("a file to be kept by the agent"))
                .orElse(null);
        Map<Family, AddressRule> addresses = top.get("addresses")
                .map(new AddressesReader(surroundings)::read)
                .orElse(Map.of());
        Ttl ttl = top.read("ttl", TTL).orElse(USUAL_TTL);
        List<RecordRule> records =
                new RecordsReader(addresses, top.get("addresses").isPresent(), ttl, surroundings).read(top);
        Duration interval = top.read("interval", INTERVAL).orElse(AgentSettings.INTERVAL);
        Duration watch = top.read("watch", WATCH).orElse(AgentSettings.WATCH);
        DriftPolicy drift = top.read("on-drift", Scalar.word(List.of(DriftPolicy.values()), DriftPolicy::word))
                .orElse(DriftPolicy.RESTORE);
        boolean withdraw = top.read("on-stop", ON_STOP).orElse(false);
        boolean verify = top.read("verify", Scalar.bool()).orElse(true);
        int parallel = top.read("parallel", Scalar.number(1, 64, "calls")).orElse(AgentSettings.PARALLEL_CALLS);
        Watchers watchers = new WatchersReader(surroundings).read(top);
        return () -> new DdnsConfiguration(
                new AgentSettings(interval, watch, records, drift, withdraw, verify, parallel),
                addresses,
                api,
                dns,
                state,
                watchers);
    }
}
