// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.webhook.service;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.webhook.report.WebhookEvent;
import io.github.vpsdns.webhook.report.WebhookStatus;
import io.github.vpsdns.webhook.report.WebhookStatus.ApiState;
import io.github.vpsdns.webhook.report.WebhookStatus.HostState;
import io.github.vpsdns.webhook.store.HostKey;
import io.github.vpsdns.webhook.store.HostRow;
import io.github.vpsdns.webhook.store.Wish;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events and states of a server. */
final class Samples {
    static final HostKey HOME = new HostKey(DomainName.of("home.example.com"), Family.IPV4);
    static final DomainName CHALLENGE = DomainName.of("_acme-challenge.home.example.com");
    static final InetAddress CLIENT = ip("203.0.113.9");
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    static final Instant LATER = Instant.parse("2026-01-01T00:05:00Z");

    private Samples() {}

    static InetAddress ip(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    static WebhookEvent.Changed changed(String address) {
        return new WebhookEvent.Changed(HOME, List.of(ip("192.0.2.1")), List.of(ip(address)), "box", "203.0.113.9");
    }

    static WebhookEvent.Answered answered(@Nullable String path, @Nullable String user, boolean secure, int status) {
        return new WebhookEvent.Answered(CLIENT, "GET", path, user, secure, status, 2_000_000);
    }

    /** A change to a state that is well. */
    static final class State {
        private List<HostState> hosts = List.of();
        private ApiState api = new ApiState(null, null);
        private int waiting;
        private @Nullable Instant oldest;
        private @Nullable String store;
        private @Nullable Instant ends;
        private @Nullable String certificate;

        State waits(int number, Instant since) {
            waiting = number;
            oldest = since;
            return this;
        }

        State api(String problem, @Nullable Instant until) {
            api = new ApiState(problem, until);
            return this;
        }

        State store(String problem) {
            store = problem;
            return this;
        }

        State certificate(@Nullable Instant end, @Nullable String problem) {
            ends = end;
            certificate = problem;
            return this;
        }

        State host(@Nullable String problem) {
            Wish done = new Wish(1, List.of(ip("192.0.2.1")), "box", "203.0.113.9", LATER);
            hosts = List.of(new HostState(new HostRow(HOME, null, done, null), problem));
            return this;
        }

        WebhookStatus status() {
            return new WebhookStatus(START, hosts, api, waiting, oldest, List.of(), 0, store, ends, certificate);
        }
    }
}
