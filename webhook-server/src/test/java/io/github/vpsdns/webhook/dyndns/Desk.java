// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.dyndns;

import static java.util.Objects.requireNonNull;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.address.HostPart;
import io.github.vpsdns.webhook.exchange.Call;
import io.github.vpsdns.webhook.exchange.Endpoint;
import io.github.vpsdns.webhook.exchange.Headers;
import io.github.vpsdns.webhook.exchange.Reply;
import io.github.vpsdns.webhook.password.PasswordHash;
import io.github.vpsdns.webhook.report.WebhookEvent;
import io.github.vpsdns.webhook.settings.AddressPolicy;
import io.github.vpsdns.webhook.settings.HostGrant;
import io.github.vpsdns.webhook.settings.HostPattern;
import io.github.vpsdns.webhook.settings.User;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A server's endpoints with three users and nothing behind them, and a client in front. */
final class Desk {
    static final String PASSWORD = "s3cret";
    static final String IPV4 = "203.0.113.7";
    static final String IPV6 = "2001:db8:1:2::7";

    /** The hosts of the user {@code router}; {@code nas} has an IPv6 host part. */
    static final String HOME = "home.example.com";

    static final String NAS = "nas.example.com";

    private static final PasswordHash UNUSED = PasswordHash.parse(
            "$argon2id$v=19$m=8,t=1,p=1$c2FsdHNhbHRzYWx0$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");

    final FakeDoorkeeper door = new FakeDoorkeeper()
            .knowing(
                    user(
                            "router",
                            new HostGrant(HostPattern.of(HOME), null),
                            new HostGrant(HostPattern.of(NAS), HostPart.of("::1:2:3:4")),
                            new HostGrant(HostPattern.of("*.dyn.example.com"), null)),
                    PASSWORD)
            .knowing(
                    user(HOME, new HostGrant(HostPattern.of(HOME), null), new HostGrant(HostPattern.of(NAS), null)),
                    PASSWORD)
            .knowing(user("single", new HostGrant(HostPattern.of(HOME), null)), PASSWORD);
    final FakeUpdates updates = new FakeUpdates();
    final List<WebhookEvent> events = new ArrayList<>();
    final DynDns dynDns = new DynDns(door, updates, AddressPolicy.REPLACE, events::add);
    final DuckDns duckDns = new DuckDns(door, updates, AddressPolicy.REPLACE, events::add);

    private InetAddress source = address(IPV4);

    private static User user(String name, HostGrant... grants) {
        return new User(name, UNUSED, Arrays.asList(grants), List.of(), List.of(), null);
    }

    User user(String name) {
        return door.user(name);
    }

    static InetAddress address(String text) {
        return (text.indexOf(':') < 0 ? Family.IPV4 : Family.IPV6).parse(text);
    }

    static String basic(String user, String password) {
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    Desk from(String address) {
        source = address(address);
        return this;
    }

    InetAddress source() {
        return source;
    }

    /** Asks as {@code router}. */
    String update(String query) {
        return text(get(query, "Authorization", basic("router", PASSWORD)));
    }

    String updateAs(String user, String query) {
        return text(get(query, "Authorization", basic(user, PASSWORD)));
    }

    Reply get(String query, String... fields) {
        return ask(dynDns, "GET", query, "", fields);
    }

    Reply duck(String query, String... fields) {
        return ask(duckDns, "GET", query, "", fields);
    }

    Reply ask(Endpoint endpoint, String method, String query, String body, String... fields) {
        Map<String, List<String>> headers = new TreeMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            headers.put(fields[i], List.of(fields[i + 1]));
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return answer(endpoint, new Call(method, "/nic/update", query, new Headers(headers), bytes, source, false));
    }

    static Reply answer(Endpoint endpoint, Call call) {
        return requireNonNull(endpoint.answer(call).toCompletableFuture().getNow(null), "an answer at once");
    }

    static String text(Reply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }

    /** The sentences about what was refused. */
    List<String> refused() {
        return events.stream()
                .flatMap(event ->
                        event instanceof WebhookEvent.Refused refused ? Stream.of(refused.what()) : Stream.empty())
                .toList();
    }
}
