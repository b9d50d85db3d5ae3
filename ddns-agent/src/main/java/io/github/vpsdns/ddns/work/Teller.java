// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.work;

import io.github.vpsdns.ddns.report.AgentEvent;
import io.github.vpsdns.ddns.report.AgentListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a listener, whose mistakes are not the agent's. */
public final class Teller {
    private static final Logger log = LoggerFactory.getLogger(Teller.class);

    private final AgentListener listener;

    /** Tells this one. */
    public Teller(AgentListener listener) {
        this.listener = listener;
    }

    /** Tells it; what the listener throws is logged. */
    public void tell(AgentEvent event) {
        try {
            listener.onEvent(event);
        } catch (RuntimeException e) {
            log.warn("a listener failed on {}", event, e);
        }
    }
}
