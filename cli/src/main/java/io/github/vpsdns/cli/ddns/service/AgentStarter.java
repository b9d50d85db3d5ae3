// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.ddns.service;

import io.github.vpsdns.ddns.report.AgentListener;

/** Makes the agent that the service runs. */
@FunctionalInterface
public interface AgentStarter {
    /**
     * Makes an agent, without starting it.
     *
     * @param listener to be told what it does
     * @return the agent, which the service starts and closes
     */
    ServedAgent create(AgentListener listener);
}
