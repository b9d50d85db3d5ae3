// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.update.work;

import io.github.vpsdns.webhook.report.WebhookEvent;
import io.github.vpsdns.webhook.report.WebhookListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a listener, whose mistakes are not the updater's. Thread-safe. */
public final class Teller {
    private static final Logger log = LoggerFactory.getLogger(Teller.class);

    private final WebhookListener listener;

    /** Tells this one. */
    public Teller(WebhookListener listener) {
        this.listener = listener;
    }

    /** Tells it; what the listener throws is logged. */
    public void tell(WebhookEvent event) {
        try {
            listener.onEvent(event);
        } catch (RuntimeException e) {
            log.warn("a listener failed on {}", event, e);
        }
    }
}
