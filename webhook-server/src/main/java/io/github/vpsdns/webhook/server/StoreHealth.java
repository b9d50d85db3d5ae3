// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.server;

import io.github.vpsdns.webhook.report.WebhookEvent;
import io.github.vpsdns.webhook.report.WebhookListener;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hears from the database how it is, remembers it and tells it on. Thread-safe. */
public final class StoreHealth implements Consumer<@Nullable String> {
    private final WebhookListener listener;
    private volatile @Nullable String problem;

    /**
     * Creates one for a database that is well.
     *
     * @param listener is told of each turn
     */
    public StoreHealth(WebhookListener listener) {
        this.listener = listener;
    }

    @Override
    public void accept(@Nullable String now) {
        problem = now;
        listener.onEvent(now == null ? new WebhookEvent.StoreWell() : new WebhookEvent.StoreFailed(now));
    }

    /**
     * Returns what is wrong with the database.
     *
     * @return one sentence, or {@code null} if nothing is
     */
    public @Nullable String problem() {
        return problem;
    }
}
