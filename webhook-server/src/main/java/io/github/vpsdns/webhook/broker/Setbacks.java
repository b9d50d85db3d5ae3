// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.broker;

import io.github.vpsdns.core.pace.Setback;
import io.github.vpsdns.core.time.Timekeeper;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Values that alone cannot be removed, and until when each is left. Thread-safe. */
final class Setbacks {
    private final Timekeeper time;
    private final RandomGenerator random;
    /** Guarded by this. */
    private final Map<TxtValue, Setback> setbacks = new HashMap<>();

    Setbacks(Timekeeper time, RandomGenerator random) {
        this.time = time;
        this.random = random;
    }

    synchronized void failed(TxtValue key, String why, long writes) {
        setbacks.computeIfAbsent(key, any -> new Setback(random)).failed(why, writes, time.nanoTime(), time.now());
    }

    synchronized boolean isAlone(TxtValue key, long writes) {
        Setback setback = setbacks.get(key);
        return setback != null && setback.isAlone(writes);
    }

    synchronized boolean holds(TxtValue key) {
        Setback setback = setbacks.get(key);
        return setback != null && setback.holds(time.nanoTime());
    }

    synchronized void clear(TxtValue key) {
        setbacks.remove(key);
    }
}
