// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.update.work;

import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.fault.FaultLog;
import io.github.vpsdns.core.loop.ApiListener;
import io.github.vpsdns.webhook.report.WebhookEvent;
import io.github.vpsdns.webhook.report.WebhookListener;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells a listener, whose mistakes are not the updater's. Thread-safe. */
public final class Teller implements ApiListener {
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

    @Override
    public void closed(VpsDnsException failure, @Nullable Instant until) {
        tell(new WebhookEvent.ApiClosed(sentence(failure), until));
    }

    @Override
    public void opened() {
        tell(new WebhookEvent.ApiOpened());
    }

    /** What is wrong, in one sentence. */
    public static String sentence(VpsDnsException failure) {
        return Objects.requireNonNullElse(failure.getMessage(), failure.toString());
    }
}
