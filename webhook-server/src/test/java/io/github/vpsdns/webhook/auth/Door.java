// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.auth;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.github.vpsdns.core.address.Network;
import io.github.vpsdns.core.testing.ManualTime;
import io.github.vpsdns.webhook.password.PasswordHash;
import io.github.vpsdns.webhook.report.WebhookEvent;
import io.github.vpsdns.webhook.settings.Limits;
import io.github.vpsdns.webhook.settings.User;
import io.github.vpsdns.webhook.store.MemoryStore;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A gatekeeper with two users, a clock that stands still, and somebody who writes down what it tells. */
final class Door implements AutoCloseable {
    static final InetAddress HOME = address("203.0.113.7");
    static final InetAddress STRANGER = address("198.51.100.1");
    static final Limits LIMITS = new Limits(10, 100, Duration.ofMinutes(15), 1_000, 10);

    final ManualTime time = new ManualTime();
    final MemoryStore store = new MemoryStore(time);
    final List<WebhookEvent> events = new CopyOnWriteArrayList<>();
    Gatekeeper gatekeeper;

    Door() {
        this(LIMITS);
    }

    Door(Limits limits) {
        this(limits, user("router", Hashes.SECRET), user("nas", Hashes.OTHER));
    }

    Door(Limits limits, User... users) {
        gatekeeper = open(limits, users);
    }

    private Gatekeeper open(Limits limits, User... users) {
        return new Gatekeeper(List.of(users), limits, store.failures(), time, events::add);
    }

    /** Begins anew with the same store. */
    void restart() {
        gatekeeper.close();
        gatekeeper = open(LIMITS, user("router", Hashes.SECRET), user("nas", Hashes.OTHER));
    }

    static User user(String name, PasswordHash hash, String... networks) {
        return user(name, hash, null, networks);
    }

    static User user(String name, PasswordHash hash, @Nullable Instant expires, String... networks) {
        return new User(
                name,
                hash,
                List.of(),
                List.of(),
                Stream.of(networks).map(Network::of).toList(),
                expires);
    }

    Admission admit(String name, String password, InetAddress client) {
        return admit(List.of(new Credentials(name, password)), client);
    }

    Admission admit(List<Credentials> alternatives, InetAddress client) {
        try {
            return gatekeeper.admit(alternatives, client).toCompletableFuture().get(20, SECONDS);
        } catch (Exception e) {
            throw new AssertionError("no answer", e);
        }
    }

    /** Fails with another password each time. */
    void guess(String name, int times, InetAddress client) {
        for (int guess = 0; guess < times; guess++) {
            admit(name, "guess " + guess + " from " + client, client);
        }
    }

    List<WebhookEvent.LockedOut> lockedOut() {
        return events.stream()
                .filter(WebhookEvent.LockedOut.class::isInstance)
                .map(WebhookEvent.LockedOut.class::cast)
                .toList();
    }

    List<WebhookEvent.Denied> denied() {
        return events.stream()
                .filter(WebhookEvent.Denied.class::isInstance)
                .map(WebhookEvent.Denied.class::cast)
                .toList();
    }

    static InetAddress address(String text) {
        return Network.of(text).prefix();
    }

    @Override
    public void close() {
        gatekeeper.close();
    }
}
