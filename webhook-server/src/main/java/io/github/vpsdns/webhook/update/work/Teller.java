// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.update.work;

import io.github.vpsdns.core.fault.FaultLog;
import io.github.vpsdns.webhook.report.WebhookEvent;
import io.github.vpsdns.webhook.report.WebhookListener;

/** Tells a listener, whose mistakes are not the updater's. Thread-safe. */
public final class Teller {
    private static final FaultLog FAULTS = FaultLog.warnings(Teller.class);

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
            FAULTS.tell("a listener failed on " + event, e);
        }
    }
}
