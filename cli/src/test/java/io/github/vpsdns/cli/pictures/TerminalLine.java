// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.pictures;

import java.time.Duration;

/**
 * A line that a program printed.
 *
 * @param after how long after the start it came
 * @param text the line, without its end
 */
record TerminalLine(Duration after, String text) {
    /** Whether it shows what somebody typed, and not what came of it. */
    boolean isTyped() {
        return text.startsWith("$ ");
    }
}
