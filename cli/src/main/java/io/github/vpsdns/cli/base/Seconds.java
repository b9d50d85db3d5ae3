// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.base;

import java.time.Duration;

/** Durations in seconds, as they are told. */
public final class Seconds {
    private Seconds() {}

    /**
     * Returns a duration with one digit after the point, without a formatter: the first to write a fraction loads the rules of all
     * languages.
     *
     * @param time zero or more
     * @return such as {@code 0.3 s}
     */
    public static String text(Duration time) {
        long tenths = (time.toMillis() + 50) / 100;
        return tenths / 10 + "." + tenths % 10 + " s";
    }
}
