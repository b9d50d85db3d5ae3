// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.webhook.config;

import io.github.vpsdns.cli.config.ApiPart;
import io.github.vpsdns.cli.config.DnsPart;
import io.github.vpsdns.cli.config.Notices;
import io.github.vpsdns.cli.config.NoticesReader;
import io.github.vpsdns.cli.config.OutsideReader;
import io.github.vpsdns.cli.config.Surroundings;
import io.github.vpsdns.cli.terminal.Host;
import io.github.vpsdns.cli.yaml.Scalar;
import io.github.vpsdns.cli.yaml.YamlMap;
import io.github.vpsdns.cli.yaml.YamlValue;
import io.github.vpsdns.core.address.Network;
import io.github.vpsdns.webhook.settings.AddressPolicy;
import io.github.vpsdns.webhook.settings.AdminSettings;
import io.github.vpsdns.webhook.settings.BrokerSettings;
import io.github.vpsdns.webhook.settings.Limits;
import io.github.vpsdns.webhook.settings.ListenAddress;
import io.github.vpsdns.webhook.settings.TlsSettings;
import io.github.vpsdns.webhook.settings.UpdateSettings;
import io.github.vpsdns.webhook.settings.User;
import io.github.vpsdns.webhook.settings.WebhookSettings;
import io.github.vpsdns.webhook.store.StorePlace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads the file as a whole. */
final class ConfigurationReader {
    private static final int MOST_NETWORKS = 1000;
    private static final Scalar<Network> NETWORK =
            Scalar.text(100, "a network such as 192.0.2.0/24 or 2001:db8::/32").to(Network::of);

    private final Surroundings surroundings;
    private final Host host;

    private ConfigurationReader(Surroundings surroundings, Host host) {
        this.surroundings = surroundings;
        this.host = host;
    }

    static Supplier<WebhookConfiguration> read(YamlValue root, Surroundings surroundings, Host host) {
        Optional<YamlMap> top = root.map(
                "api",
                "dns",
                "listen",
                "tls",
                "trusted-proxies",
                "users",
                "ttl",
                "patience",
                "recheck",
                "on-drift",
                "parallel",
                "private-addresses",
                "allow",
                "limits",
                "challenge-expiry",
                "acme-dns",
                "admin",
                "state",
                "database",
                "on-change",
                "heartbeat",
                "heartbeat-file",
                "audit");
        return top.map(map -> new ConfigurationReader(surroundings, host).top(map))
                .orElse(() -> {
                    throw new IllegalStateException("asked for a configuration in spite of a mistake");
                });
    }

    private Supplier<WebhookConfiguration> top(YamlMap top) {
        OutsideReader outside = new OutsideReader(surroundings);
        ApiPart api = outside.api(top);
        DnsPart dns = outside.dns(top);
        StorePlace store = new StoreReader(surroundings, host).read(top);
        TlsSettings tls = new TlsReader(surroundings, store, host).read(top).orElse(null);
        List<ListenAddress> listen = new ListenReader(top.get("tls").isPresent()).read(top);
        List<Network> proxies =
                top.get("trusted-proxies").map(ConfigurationReader::networks).orElse(List.of());
        List<User> users = new UsersReader(surroundings).read(top);
        AddressPolicy addresses = UpdatesReader.addresses(top);
        Limits limits = LimitsReader.read(top);
        UpdateSettings updates = UpdatesReader.read(top);
        BrokerSettings broker = BrokerReader.read(top);
        AdminSettings admin = new AdminReader(listen).read(top).orElse(null);
        Notices notices = new NoticesReader(surroundings).read(top);
        Path audit =
                top.read("audit", surroundings.path("a file to be added to")).orElse(null);
        return () -> new WebhookConfiguration(
                new WebhookSettings(listen, tls, proxies, users, addresses, limits, updates, broker, admin),
                store,
                api,
                dns,
                notices,
                audit);
    }

    static List<Network> networks(YamlValue value) {
        return value.oneOrMore(MOST_NETWORKS, "networks").stream()
                .flatMap(network -> network.read(NETWORK).stream())
                .toList();
    }
}
