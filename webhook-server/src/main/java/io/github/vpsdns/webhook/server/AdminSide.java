// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.server;

import io.github.vpsdns.webhook.auth.AdminGate;
import io.github.vpsdns.webhook.exchange.Endpoint;
import io.github.vpsdns.webhook.http.HttpServer;
import io.github.vpsdns.webhook.page.AdminPages;
import io.github.vpsdns.webhook.page.Incidents;
import io.github.vpsdns.webhook.page.session.AdminDoorway;
import io.github.vpsdns.webhook.report.WebhookListener;
import io.github.vpsdns.webhook.report.WebhookStatus;
import io.github.vpsdns.webhook.settings.AdminSettings;
import io.github.vpsdns.webhook.settings.ListenAddress;
import io.github.vpsdns.webhook.settings.WebhookSettings;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The page for people, at an address of its own, with its own password. Thread-safe. */
final class AdminSide implements AutoCloseable {
    private final AdminGate gate;
    private final AdminPages pages;
    private final HttpServer http;

    AdminSide(
            WebhookServerBuilder from,
            AdminSettings admin,
            WebhookListener listener,
            Incidents incidents,
            Supplier<WebhookStatus> status,
            Supplier<WebhookSettings> settings) {
        WebhookSettings first = from.settings;
        gate = new AdminGate(admin.password(), first.limits(), from.store.failures(), from.time, listener);
        AdminDoorway doorway = new AdminDoorway(gate, () -> password(settings.get(), admin), from.time);
        pages = new AdminPages(status, settings, from.store.history(), incidents, doorway, from.time);
        Map<String, Endpoint> guarded = new HashMap<>();
        from.adminPages.forEach((path, page) -> guarded.put(path, doorway.guarding(page)));
        Endpoint root = call -> guarded.getOrDefault(call.path(), pages).answer(call);
        http = HttpServer.builder(List.of(new ListenAddress(admin.listen(), ListenAddress.Speaks.PLAIN)), root)
                .trustedProxies(first.trustedProxies())
                .listener(listener)
                .paths(guarded::containsKey)
                .build();
    }

    private static String password(WebhookSettings now, AdminSettings first) {
        AdminSettings admin = now.admin();
        return (admin == null ? first : admin).password().encoded();
    }

    void start() {
        http.start();
    }

    void reconfigure(WebhookSettings next) {
        AdminSettings admin = next.admin();
        if (admin != null) {
            gate.reconfigure(admin.password(), next.limits());
        }
        http.reconfigure(next.trustedProxies());
    }

    List<WebhookStatus.Lockout> lockouts() {
        return gate.lockouts();
    }

    InetSocketAddress address() {
        return http.addresses().get(0);
    }

    @Override
    public void close() {
        http.close();
        pages.close();
        gate.close();
    }
}
