// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.agent;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a listener, whose mistakes are not the agent's. */
final class Teller {
    private static final Logger log = LoggerFactory.getLogger(Teller.class);

    private final AgentListener listener;

    Teller(AgentListener listener) {
        this.listener = listener;
    }

    void tell(AgentEvent event) {
        try {
            listener.onEvent(event);
        } catch (RuntimeException e) {
            log.warn("a listener failed on {}", event, e);
        }
    }
}
