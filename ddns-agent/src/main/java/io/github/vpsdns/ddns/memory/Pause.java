// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.memory;

import java.time.Instant;

/**
 * A time during which nothing is tried.
 *
 * @param until its end
 * @param failures how many attempts in a row have failed; brought into the range 1 to {@value #MOST_FAILURES}
 * @param reason why the last one did, one clause without secrets; brought onto one line of at most {@value #LONGEST_REASON} characters
 */
public record Pause(Instant until, int failures, String reason) {
    /** From here on counting makes no difference. */
    public static final int MOST_FAILURES = 1000;

    /** Enough for any message of ours; others' may be anything. */
    public static final int LONGEST_REASON = 1000;

    /** Brings what is out of bounds into them. */
    public Pause {
        failures = Math.max(1, Math.min(failures, MOST_FAILURES));
        reason = oneLine(reason);
    }

    private static String oneLine(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        int end = Math.min(line.length(), LONGEST_REASON);
        // Half a character could not be written.
        boolean splits = end < line.length() && Character.isHighSurrogate(line.charAt(end - 1));
        return line.substring(0, splits ? end - 1 : end);
    }
}
