// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.api;

import io.github.vpsdns.core.fault.FaultLog;
import io.github.vpsdns.core.http.ExchangeObserver;
import java.time.Duration;
import java.util.List;

/** Tells listeners of exchanges; one that throws harms neither the call nor the other listeners. */
record Listeners(List<CallListener> listeners) implements ExchangeObserver {
    private static final FaultLog FAULTS = FaultLog.warnings(Listeners.class);

    Listeners {
        listeners = List.copyOf(listeners);
    }

    @Override
    public void exchanged(String operation, String method, int attempt, int status, Duration duration) {
        CallEvent event = new CallEvent(operation, method, attempt, status, duration);
        for (CallListener listener : listeners) {
            try {
                listener.onCall(event);
            } catch (RuntimeException e) {
                FAULTS.tell("a call listener failed at " + event, e);
            }
        }
    }
}
