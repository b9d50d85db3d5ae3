// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.webhook.service;

import io.github.vpsdns.webhook.report.WebhookEvent;
import io.github.vpsdns.webhook.report.WebhookListener;
import io.github.vpsdns.webhook.report.WebhookStatus;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A server that does what a test says. */
final class FakeServer implements ServedWebhook {
    volatile WebhookStatus status = new Samples.State().status();
    volatile boolean started;
    volatile boolean closed;
    private final WebhookListener listener;

    FakeServer(WebhookListener listener) {
        this.listener = listener;
    }

    void tell(WebhookEvent event) {
        listener.onEvent(event);
    }

    @Override
    public void start() {
        started = true;
    }

    @Override
    public WebhookStatus status() {
        return status;
    }

    @Override
    public List<InetSocketAddress> addresses() {
        return List.of(new InetSocketAddress("0.0.0.0", 8245));
    }

    @Override
    public @Nullable InetSocketAddress adminAddress() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 9246);
    }

    @Override
    public void close() {
        closed = true;
    }
}
