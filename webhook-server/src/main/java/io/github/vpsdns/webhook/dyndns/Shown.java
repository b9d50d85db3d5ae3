// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.dyndns;

/** Text that a client made up, fit for a log: short, on one line, and without what stands before an {@code @}. */
final class Shown {
    private static final int LONGEST = 80;

    private Shown() {}

    static String quoted(String text) {
        // Who pastes a URL into the wrong field pastes its password with it.
        String kept = text.substring(text.lastIndexOf('@') + 1);
        int end = kept.offsetByCodePoints(0, Math.min(LONGEST, kept.codePointCount(0, kept.length())));
        StringBuilder shown = new StringBuilder("'");
        kept.substring(0, end).codePoints().map(Shown::harmless).forEach(shown::appendCodePoint);
        return shown.append(end < kept.length() ? "…'" : "'").toString();
    }

    private static int harmless(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> '?';
            default -> character;
        };
    }
}
