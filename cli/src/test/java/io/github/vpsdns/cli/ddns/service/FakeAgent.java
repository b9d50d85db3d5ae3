// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.ddns.service;

import io.github.vpsdns.ddns.report.AgentEvent;
import io.github.vpsdns.ddns.report.AgentListener;
import io.github.vpsdns.ddns.report.AgentStatus;
import java.util.concurrent.atomic.AtomicInteger;

/** An agent that does what a test says. */
final class FakeAgent implements ServedAgent {
    final AtomicInteger refreshed = new AtomicInteger();
    volatile AgentStatus status = Samples.well().status();
    volatile boolean started;
    volatile boolean closed;
    private final AgentListener listener;

    FakeAgent(AgentListener listener) {
        this.listener = listener;
    }

    void tell(AgentEvent event) {
        listener.onEvent(event);
    }

    @Override
    public void start() {
        started = true;
    }

    @Override
    public void refresh() {
        refreshed.incrementAndGet();
    }

    @Override
    public AgentStatus status() {
        return status;
    }

    @Override
    public void close() {
        closed = true;
    }
}
