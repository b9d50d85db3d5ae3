// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.resource;

import io.github.vpsdns.sandbox.acme.model.RetryAfter;
import io.github.vpsdns.sandbox.acme.model.Status;
import io.github.vpsdns.sandbox.acme.model.Store;
import io.github.vpsdns.sandbox.acme.wire.Reply;
import java.util.Set;

/** Tells clients that wait for a change when to ask again (RFC 8555 §7.4, §7.5.1). */
public final class Polling {
    private static final Set<Status> CHANGING = Set.of(Status.PENDING, Status.PROCESSING);

    private final Store store;
    private final RetryAfter interval;

    /** By the interval set. */
    public Polling(Store store, Settings settings) {
        this.store = store;
        this.interval = new RetryAfter(settings.pollInterval(), settings.pollAsDate());
    }

    /** The reply, with {@code Retry-After} if the status is one that will change. */
    public Reply whileChanging(Status status, Reply reply) {
        return CHANGING.contains(status) ? reply.with("Retry-After", interval.header(store.now())) : reply;
    }
}
