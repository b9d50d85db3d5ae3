// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.server;

import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.webhook.auth.Gatekeeper;
import io.github.vpsdns.webhook.broker.ChallengeBroker;
import io.github.vpsdns.webhook.dyndns.DuckDns;
import io.github.vpsdns.webhook.dyndns.DynDns;
import io.github.vpsdns.webhook.http.HttpServer;
import io.github.vpsdns.webhook.page.Incidents;
import io.github.vpsdns.webhook.report.WebhookListener;
import io.github.vpsdns.webhook.report.WebhookStatus;
import io.github.vpsdns.webhook.settings.AdminSettings;
import io.github.vpsdns.webhook.settings.TlsSettings;
import io.github.vpsdns.webhook.settings.WebhookSettings;
import io.github.vpsdns.webhook.store.HostBook;
import io.github.vpsdns.webhook.tls.FileCertificate;
import io.github.vpsdns.webhook.tls.OwnCertificate;
import io.github.vpsdns.webhook.tls.ServerCertificate;
import io.github.vpsdns.webhook.update.Updater;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All parts of a server, joined by hand. What takes requests starts last and ends first. Thread-safe. */
final class Parts implements AutoCloseable {
    private final Supplier<Instant> clock;
    private final Supplier<@Nullable String> storeProblem;
    private final HostBook hosts;
    private final Gatekeeper gatekeeper;
    private final Updater updater;
    private final ChallengeBroker broker;
    private final DynDns dynDns;
    private final DuckDns duckDns;
    private final Housekeeper housekeeper;
    private final @Nullable ServerCertificate certificate;
    private final HttpServer front;
    private final @Nullable AdminSide admin;
    private volatile WebhookSettings settings;
    private volatile Instant since;

    Parts(WebhookServerBuilder from) {
        settings = from.settings;
        clock = from.time::now;
        since = from.time.now();
        storeProblem = from.storeProblem;
        Incidents incidents = new Incidents(from.time);
        WebhookListener told = from.listener;
        WebhookListener listener = event -> {
            incidents.onEvent(event);
            told.onEvent(event);
        };
        hosts = from.store.hosts();
        gatekeeper = new Gatekeeper(settings.users(), settings.limits(), from.store.failures(), from.time, listener);
        updater = new Updater(from.api, from.store, settings.updates(), settings.limits(), from.time, listener);
        updater.serve(this::isServed);
        broker = new ChallengeBroker(from.api, from.store, settings.broker(), from.time, listener);
        dynDns = new DynDns(gatekeeper, updater, settings.addresses(), listener);
        duckDns = new DuckDns(gatekeeper, updater, settings.addresses(), listener);
        housekeeper = new Housekeeper(from.store.history(), from.time);
        certificate = certificate(from, listener);
        HttpServer.Builder http = HttpServer.builder(
                        settings.listen(), PublicRoutes.of(dynDns, duckDns, gatekeeper, broker))
                .trustedProxies(settings.trustedProxies())
                .listener(listener);
        front = (certificate == null ? http : http.certificates(certificate)).build();
        AdminSettings page = settings.admin();
        admin = page == null ? null : new AdminSide(from, page, listener, incidents, this::status, () -> settings);
    }

    private static @Nullable ServerCertificate certificate(WebhookServerBuilder from, WebhookListener listener) {
        TlsSettings tls = from.settings.tls();
        if (tls instanceof TlsSettings.Files files) {
            return new FileCertificate(files, from.time, listener);
        }
        return tls instanceof TlsSettings.Acme acme
                ? new OwnCertificate(acme, from.api, from.dns, from.time, listener)
                : null;
    }

    /** A name that was taken from everybody is its zone's owner's again, whatever was written last. */
    private boolean isServed(DomainName host) {
        Instant now = clock.get();
        return settings.users().stream()
                .filter(user -> user.expires() == null || now.isBefore(user.expires()))
                .anyMatch(user -> user.grant(host).isPresent());
    }

    /** If one of them does not start, those that did are closed: whoever gives up here closes nothing. */
    void start() {
        boolean started = false;
        try {
            startEach();
            started = true;
        } finally {
            if (!started) {
                close();
            }
        }
    }

    private void startEach() {
        since = clock.get();
        FormerPlaces.tell(hosts, gatekeeper);
        if (certificate != null) {
            certificate.start();
        }
        updater.start();
        broker.start();
        housekeeper.start();
        if (admin != null) {
            admin.start();
        }
        front.start();
    }

    void reconfigure(WebhookSettings next) {
        settings = next;
        gatekeeper.reconfigure(next.users(), next.limits());
        updater.reconfigure(next.updates(), next.limits());
        broker.reconfigure(next.broker());
        dynDns.reconfigure(next.addresses());
        duckDns.reconfigure(next.addresses());
        front.reconfigure(next.trustedProxies());
        if (admin != null) {
            admin.reconfigure(next);
        }
    }

    WebhookStatus status() {
        List<WebhookStatus.Lockout> lockouts = new ArrayList<>(gatekeeper.lockouts());
        if (admin != null) {
            lockouts.addAll(admin.lockouts());
        }
        return new WebhookStatus(
                since,
                updater.hosts(),
                updater.api(),
                updater.waiting(),
                updater.oldestWait(),
                lockouts,
                broker.standing(),
                storeProblem.get(),
                certificate == null ? null : certificate.ends(),
                certificate == null ? null : certificate.problem());
    }

    List<InetSocketAddress> addresses() {
        return front.addresses();
    }

    @Nullable
    InetSocketAddress adminAddress() {
        return admin == null ? null : admin.address();
    }

    /** Requests that were accepted are answered while the parts that they wait for still work. One that fails keeps no other open. */
    @Override
    public void close() {
        try (certificate;
                gatekeeper;
                broker;
                updater;
                housekeeper;
                admin;
                front) {
            // They are closed in the opposite order.
        }
    }
}
