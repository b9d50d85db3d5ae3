// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.ddns.service;

import io.github.vpsdns.ddns.report.AgentStatus;

/** An agent as the service runs it. Thread-safe. */
public interface ServedAgent extends AutoCloseable {
    /** Begins; called once. */
    void start();

    /** Reads all sources and compares all records now. Does not wait. */
    void refresh();

    /**
     * Tells how it stands. Does not wait.
     *
     * @return the status at the moment
     */
    AgentStatus status();

    /** Ends it and waits for that. */
    @Override
    void close();
}
