// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.check;

import io.github.vpsdns.core.api.CallEvent;
import io.github.vpsdns.core.api.CallListener;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** Remembers how long calls of the API took; a listener for the client that a preflight uses. Thread-safe. */
public final class ApiTimes implements CallListener {
    private final Map<String, Duration> slowest = new ConcurrentSkipListMap<>();

    /** Creates a memory that has heard nothing. */
    public ApiTimes() {}

    @Override
    public void onCall(CallEvent event) {
        slowest.merge(event.operation(), event.duration(), (one, other) -> one.compareTo(other) > 0 ? one : other);
    }

    /** Forgets all. */
    void clear() {
        slowest.clear();
    }

    /** Returns the slowest exchange of each operation. */
    Map<String, Duration> slowest() {
        return Map.copyOf(slowest);
    }
}
