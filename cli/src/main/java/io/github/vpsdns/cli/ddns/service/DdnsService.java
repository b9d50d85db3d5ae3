// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.ddns.service;

import static java.util.Objects.requireNonNull;

import io.github.vpsdns.cli.api.CallCounter;
import io.github.vpsdns.cli.base.Frame;
import java.util.concurrent.CountDownLatch;

/** Runs an agent until it is told to stop. Used once, by one thread. */
public final class DdnsService {
    private final Frame frame;
    private final CallCounter calls;

    /**
     * Prepares the service.
     *
     * @param frame holds the terminal and the clock
     * @param calls counts what the agent calls, for the metrics
     */
    public DdnsService(Frame frame, CallCounter calls) {
        this.frame = requireNonNull(frame);
        this.calls = requireNonNull(calls);
    }

    /**
     * Runs until the thread is interrupted, whose flag is set again then.
     *
     * @param starter makes the agent
     * @param settings what to do around it
     * @param reloader reads the configuration anew
     * @throws java.io.UncheckedIOException if it cannot listen where it is told to
     */
    public void run(AgentStarter starter, ServiceSettings settings, Reloader reloader) {
        requireNonNull(settings);
        requireNonNull(reloader);
        try (ServedAgent agent = starter.create(event -> frame.note(event + " " + calls))) {
            agent.start();
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
