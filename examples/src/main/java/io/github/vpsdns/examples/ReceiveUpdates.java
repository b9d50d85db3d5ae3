// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.examples;

import io.github.vpsdns.core.api.VpsDnsClient;
import io.github.vpsdns.core.dns.AuthoritativeDns;
import io.github.vpsdns.core.edit.RecordEditor;
import io.github.vpsdns.core.pace.ApiAccess;
import io.github.vpsdns.webhook.password.PasswordHash;
import io.github.vpsdns.webhook.report.WebhookEvent.Changed;
import io.github.vpsdns.webhook.server.WebhookServer;
import io.github.vpsdns.webhook.settings.AddressPolicy;
import io.github.vpsdns.webhook.settings.BrokerSettings;
import io.github.vpsdns.webhook.settings.HostGrant;
import io.github.vpsdns.webhook.settings.HostPattern;
import io.github.vpsdns.webhook.settings.Limits;
import io.github.vpsdns.webhook.settings.ListenAddress;
import io.github.vpsdns.webhook.settings.ListenAddress.Speaks;
import io.github.vpsdns.webhook.settings.UpdateSettings;
import io.github.vpsdns.webhook.settings.User;
import io.github.vpsdns.webhook.settings.WebhookSettings;
import io.github.vpsdns.webhook.store.Store;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.util.List;

/** Takes DynDNS updates from one router, for as long as a program runs. */
public final class ReceiveUpdates {
    private ReceiveUpdates() {}

    /**
     * Starts a server in the background, with the defaults.
     *
     * @param client the API; stays the caller's to close, after the server
     * @param store where accepted updates are kept, such as {@code SqlStore.open(…)}; stays the caller's to close, after the server
     * @param listen where the router comes; port 0 takes any that is free
     * @param host a full name in any zone of the account
     * @param password what the router sends, with the user name {@code router}
     * @param out told of each change
     * @return the server, running; to be closed
     */
    public static WebhookServer start(
            VpsDnsClient client, Store store, InetSocketAddress listen, String host, String password, PrintStream out) {
        User router = new User(
                "router",
                PasswordHash.of(password),
                List.of(new HostGrant(HostPattern.of(host), null)),
                List.of(),
                List.of(),
                null);
        WebhookSettings settings = new WebhookSettings(
                List.of(new ListenAddress(listen, Speaks.PLAIN)),
                null,
                List.of(),
                List.of(router),
                AddressPolicy.REPLACE,
                Limits.DEFAULT,
                UpdateSettings.DEFAULT,
                BrokerSettings.DEFAULT,
                null);
        WebhookServer server = WebhookServer.builder(
                        settings,
                        store,
                        ApiAccess.of(new RecordEditor(client)),
                        AuthoritativeDns.builder().build())
                .listener(event -> {
                    if (event instanceof Changed changed) {
                        out.println(changed.key() + ": " + changed.now());
                    }
                })
                .build();
        server.start();
        return server;
    }
}
