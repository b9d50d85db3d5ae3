// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.webhook.page.session.Session;
import io.github.vpsdns.webhook.password.PasswordHash;
import io.github.vpsdns.webhook.report.WebhookStatus;
import io.github.vpsdns.webhook.report.WebhookStatus.ApiState;
import io.github.vpsdns.webhook.report.WebhookStatus.HostState;
import io.github.vpsdns.webhook.report.WebhookStatus.Lockout;
import io.github.vpsdns.webhook.settings.AddressPolicy;
import io.github.vpsdns.webhook.settings.AdminSettings;
import io.github.vpsdns.webhook.settings.BrokerSettings;
import io.github.vpsdns.webhook.settings.HostGrant;
import io.github.vpsdns.webhook.settings.HostPattern;
import io.github.vpsdns.webhook.settings.Limits;
import io.github.vpsdns.webhook.settings.ListenAddress;
import io.github.vpsdns.webhook.settings.UpdateSettings;
import io.github.vpsdns.webhook.settings.User;
import io.github.vpsdns.webhook.settings.WebhookSettings;
import io.github.vpsdns.webhook.store.HostKey;
import io.github.vpsdns.webhook.store.HostRow;
import io.github.vpsdns.webhook.store.KnownSet;
import io.github.vpsdns.webhook.store.Wish;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A small household, and values to change it. */
final class Samples {
    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    static final Session SESSION = new Session("form-token");
    static final PasswordHash PASSWORD =
            PasswordHash.parse("$argon2id$v=19$m=8,t=1,p=1$c2FsdHNhbHQ$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");

    private Samples() {}

    static HostKey key(String host, Family family) {
        return new HostKey(DomainName.of(host), family);
    }

    static InetAddress address(String text) {
        return (text.contains(":") ? Family.IPV6 : Family.IPV4).parse(text);
    }

    static Wish wish(String user, Duration ago, String... addresses) {
        return new Wish(1, addresses(addresses), user, "203.0.113.7", NOW.minus(ago));
    }

    static KnownSet known(Duration ago, String... addresses) {
        return new KnownSet(
                Stream.of(addresses)
                        .map(text -> new KnownSet.KnownRecord("id", address(text), 60))
                        .toList(),
                NOW.minus(ago));
    }

    static List<InetAddress> addresses(String... texts) {
        return Stream.of(texts).map(Samples::address).toList();
    }

    static HostState well(String host, Duration ago, String address) {
        Family family = Family.of(address(address));
        return new HostState(
                new HostRow(key(host, family), null, wish("fritzbox", ago, address), known(ago, address)), null);
    }

    static HostState waiting(String host, String from, String to) {
        return new HostState(
                new HostRow(
                        key(host, Family.of(address(to))),
                        wish("fritzbox", Duration.ofSeconds(40), to),
                        wish("fritzbox", Duration.ofDays(3), from),
                        known(Duration.ofMinutes(4), from)),
                null);
    }

    static HostState stuck(String host, String address, String problem) {
        return new HostState(
                new HostRow(
                        key(host, Family.of(address(address))),
                        wish("camera", Duration.ofHours(2), address),
                        null,
                        null),
                problem);
    }

    static User user(String name, String hosts, String... challenges) {
        List<HostGrant> grants = new ArrayList<>();
        for (String host : hosts.split(" ", -1)) {
            if (!host.isEmpty()) {
                grants.add(new HostGrant(HostPattern.of(host), null));
            }
        }
        return new User(
                name,
                PASSWORD,
                grants,
                Stream.of(challenges).map(DomainName::of).toList(),
                List.of(),
                null);
    }

    static WebhookSettings settings(String publicUrl, User... users) {
        return new WebhookSettings(
                List.of(new ListenAddress(new InetSocketAddress("0.0.0.0", 8245), ListenAddress.Speaks.BOTH)),
                null,
                List.of(),
                List.of(users),
                AddressPolicy.REPLACE,
                Limits.DEFAULT,
                UpdateSettings.DEFAULT,
                BrokerSettings.DEFAULT,
                new AdminSettings(new InetSocketAddress(InetAddress.getLoopbackAddress(), 9246), PASSWORD, publicUrl));
    }

    static WebhookStatus status(HostState... hosts) {
        return status(new ApiState(null, null), List.of(), hosts);
    }

    static WebhookStatus status(ApiState api, List<Lockout> lockouts, HostState... hosts) {
        int waiting =
                (int) Stream.of(hosts).filter(host -> host.row().open() != null).count();
        return new WebhookStatus(
                NOW.minus(Duration.ofDays(12)),
                List.of(hosts),
                api,
                waiting,
                waiting == 0 ? null : NOW.minus(Duration.ofMinutes(6)),
                lockouts,
                0,
                null,
                NOW.plus(Duration.ofDays(52)),
                null);
    }

    static View view(WebhookStatus status, WebhookSettings settings) {
        return new View(SESSION, status, settings, NOW);
    }
}
