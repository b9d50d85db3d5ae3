// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.dns;

import java.time.Duration;

/** Durations for people. */
final class Durations {
    private Durations() {}

    /** Returns such as {@code 3 s} or {@code 250 ms}. */
    static String text(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }
}
