// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.report;

/** Told what an agent does. */
@FunctionalInterface
public interface AgentListener {
    /**
     * Takes an event, on a thread of the agent's, one after the other; must not wait. What it throws is logged and changes nothing.
     *
     * @param event what happened
     */
    void onEvent(AgentEvent event);
}
