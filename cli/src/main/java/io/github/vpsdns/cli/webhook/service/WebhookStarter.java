// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.webhook.service;

import io.github.vpsdns.webhook.exchange.Reply;
import io.github.vpsdns.webhook.report.WebhookListener;
import java.util.Map;
import java.util.function.Supplier;

/** Makes the server that the service runs. */
@FunctionalInterface
public interface WebhookStarter {
    /**
     * Makes a server, without starting it.
     *
     * @param listener to be told what it does
     * @param pages what it is to show on the page's address besides, by the exact path, asked at each request
     * @return the server, which the service starts and closes
     */
    ServedWebhook create(WebhookListener listener, Map<String, Supplier<Reply>> pages);
}
