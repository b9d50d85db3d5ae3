// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.server;

import io.github.vpsdns.core.dns.AuthoritativeDns;
import io.github.vpsdns.core.pace.ApiAccess;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.webhook.exchange.Endpoint;
import io.github.vpsdns.webhook.report.WebhookListener;
import io.github.vpsdns.webhook.settings.WebhookSettings;
import io.github.vpsdns.webhook.store.Store;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects what a {@link WebhookServer} is made of. All but what it begins with has a default. Not thread-safe. */
public final class WebhookServerBuilder {
    final WebhookSettings settings;
    final Store store;
    final ApiAccess api;
    final AuthoritativeDns dns;
    final Map<String, Endpoint> adminPages = new LinkedHashMap<>();
    WebhookListener listener = event -> {};
    Timekeeper time = Timekeeper.system();
    Supplier<@Nullable String> storeProblem = () -> null;

    WebhookServerBuilder(WebhookSettings settings, Store store, ApiAccess api, AuthoritativeDns dns) {
        this.settings = settings;
        this.store = store;
        this.api = api;
        this.dns = dns;
    }

    /**
     * Sets who is told what happens.
     *
     * @param to is told; nobody by default
     * @return this
     */
    public WebhookServerBuilder listener(WebhookListener to) {
        listener = to;
        return this;
    }

    /**
     * Sets the clock.
     *
     * @param to the clock; the system's by default
     * @return this
     */
    public WebhookServerBuilder timekeeper(Timekeeper to) {
        time = to;
        return this;
    }

    /**
     * Sets who knows how the database is.
     *
     * @param health the one that the database was opened with
     * @return this
     */
    public WebhookServerBuilder storeHealth(StoreHealth health) {
        storeProblem = health::problem;
        return this;
    }

    /**
     * Adds a path to the page's address, such as for metrics. It is shown to those only who are signed in there, or send the password
     * (Basic).
     *
     * @param path the exact path
     * @param endpoint what answers there
     * @return this
     */
    public WebhookServerBuilder adminPage(String path, Endpoint endpoint) {
        adminPages.put(path, endpoint);
        return this;
    }

    /**
     * Builds the server, which does nothing before it is started.
     *
     * @return the server
     * @throws io.github.vpsdns.core.InvalidValueException if the certificate's settings cannot be used
     */
    public WebhookServer build() {
        return new WebhookServer(new Parts(this), settings);
    }
}
