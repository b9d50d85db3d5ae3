// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.terminal;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Text from elsewhere, made safe for a terminal. */
public final class Printable {
    private Printable() {}

    /**
     * Replaces control characters, because a record's value may come from anyone and must not steer the reader's terminal
     * or break a table's line.
     *
     * @param text any text
     * @return the text with each control character as <code>\</code> and three decimal digits, as zone files write them (RFC
     *     1035 section 5.1), and those beyond ASCII with as many as they need
     */
    public static String of(String text) {
        if (text.chars().noneMatch(Printable::steers)) {
            return text;
        }
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.chars().forEach(c -> {
            if (steers(c)) {
                safe.append(String.format("\\%03d", c));
            } else {
                safe.append((char) c);
            }
        });
        return safe.toString();
    }

    /**
     * Does the same with each line of a text.
     *
     * @param text lines, whose ends stay
     * @return the lines, safe
     */
    public static String lines(String text) {
        return text.indexOf('\n') < 0
                ? of(text)
                : Arrays.stream(text.split("\n", -1)).map(Printable::of).collect(Collectors.joining("\n"));
    }

    /** Controls of the terminal, and of the direction of writing, by which a line shows in another order than it is read. */
    private static boolean steers(int c) {
        return Character.isISOControl(c)
                || (c >= 0x202a && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0x2028
                || c == 0x2029;
    }
}
