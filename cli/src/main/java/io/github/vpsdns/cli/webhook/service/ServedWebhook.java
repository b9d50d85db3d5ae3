// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.webhook.service;

import io.github.vpsdns.webhook.report.WebhookStatus;
import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A server as the service runs it. Thread-safe. */
public interface ServedWebhook extends AutoCloseable {
    /**
     * Begins to take requests; called once.
     *
     * @throws RuntimeException if it cannot, with a message for people
     */
    void start();

    /**
     * Tells how it stands. Does not wait.
     *
     * @return the status at the moment
     */
    WebhookStatus status();

    /**
     * Tells where it takes requests.
     *
     * @return the addresses and ports, once it has started
     */
    List<InetSocketAddress> addresses();

    /**
     * Tells where the page is.
     *
     * @return its address and port, or {@code null} if there is none
     */
    @Nullable
    InetSocketAddress adminAddress();

    /** Answers what was accepted, finishes what is being written, and ends. */
    @Override
    void close();
}
