// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.text;

/** The beginning of a text that is not trusted, for a message. Stateless. */
public final class Excerpt {
    /** The most characters that are shown. */
    public static final int LONGEST = 40;

    private Excerpt() {}

    /**
     * Quotes a text's beginning.
     *
     * @param text any text
     * @return at most {@value #LONGEST} characters of printable ASCII, {@code ?} for any other, in single quotes, and an
     *     ellipsis after them if there was more
     */
    public static String of(String text) {
        StringBuilder shown = new StringBuilder("'");
        text.chars().limit(LONGEST).forEach(c -> shown.append(c >= ' ' && c <= '~' ? (char) c : '?'));
        return shown.append(text.length() > LONGEST ? "'..." : "'").toString();
    }
}
