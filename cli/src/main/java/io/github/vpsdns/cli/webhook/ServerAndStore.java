// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.webhook;

import io.github.vpsdns.cli.webhook.service.ServedWebhook;
import io.github.vpsdns.webhook.report.WebhookStatus;
import io.github.vpsdns.webhook.server.WebhookServer;
import io.github.vpsdns.webhook.store.Store;
import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A server with the database that is its alone. */
record ServerAndStore(WebhookServer server, Store store) implements ServedWebhook {
    @Override
    public void start() {
        server.start();
    }

    @Override
    public WebhookStatus status() {
        return server.status();
    }

    @Override
    public List<InetSocketAddress> addresses() {
        return server.addresses();
    }

    @Override
    public @Nullable InetSocketAddress adminAddress() {
        return server.adminAddress();
    }

    @Override
    public void close() {
        try {
            server.close();
        } finally {
            store.close();
        }
    }
}
