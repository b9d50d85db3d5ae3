// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.work;

import io.github.vpsdns.core.fault.FaultLog;
import io.github.vpsdns.ddns.report.AgentEvent;
import io.github.vpsdns.ddns.report.AgentListener;

/** Tells a listener, whose mistakes are not the agent's. */
public final class Teller {
    private static final FaultLog FAULTS = FaultLog.warnings(Teller.class);

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
            FAULTS.tell("a listener failed on " + event, e);
        }
    }
}
