// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.terminal;

/** Text from elsewhere, made safe for a terminal. */
public final class Printable {
    private Printable() {}

    /**
     * Replaces control characters, because a record's value may come from anyone and must not steer the reader's terminal
     * or break a table's line.
     *
     * @param text any text
     * @return the text with each control character as <code>\</code> and three decimal digits, as zone files write them (RFC
     *     1035 section 5.1)
     */
    public static String of(String text) {
        if (text.chars().noneMatch(Character::isISOControl)) {
            return text;
        }
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.chars().forEach(c -> {
            if (Character.isISOControl(c)) {
                safe.append(String.format("\\%03d", c));
            } else {
                safe.append((char) c);
            }
        });
        return safe.toString();
    }
}
