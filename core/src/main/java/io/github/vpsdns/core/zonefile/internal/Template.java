// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.zonefile.internal;

import io.github.vpsdns.core.InvalidValueException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text in which {@code $} stands for the number of {@code $GENERATE}, as BIND fills it in: <code>${offset,width,base}</code>,
 * {@code $$} for a dollar sign, and escapes left as they are.
 *
 * @param text the text, escapes and all
 */
public record Template(String text) {
    private static final Pattern FORMAT = Pattern.compile("\\{(-?[0-9]{1,9})(?:,([0-9]{1,3})(?:,([doxXnN]))?)?\\}");

    public String fill(int number) {
        StringBuilder filled = new StringBuilder();
        Matcher format = FORMAT.matcher(text);
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i++);
            if (c == '\\' && i < text.length()) {
                filled.append(c).append(text.charAt(i++));
            } else if (c != '$') {
                filled.append(c);
            } else if (text.startsWith("$", i)) {
                filled.append('$');
                i++;
            } else if (!text.startsWith("{", i)) {
                filled.append(number);
            } else if (format.find(i) && format.start() == i) {
                filled.append(formatted(number, format));
                i = format.end();
            } else {
                throw new InvalidValueException("$GENERATE has " + new Word(text, false).shown()
                        + "; expected ${offset,width,base} with a base of d, o, x, X, n or N");
            }
        }
        return filled.toString();
    }

    private static String formatted(int number, Matcher format) {
        long value = number + Long.parseLong(format.group(1));
        int width = format.group(2) == null ? 0 : Integer.parseInt(format.group(2));
        String base = format.group(3) == null ? "d" : format.group(3);
        if (value < 0 && !base.equals("d")) {
            throw new InvalidValueException("$GENERATE comes to " + value + ", which base " + base + " cannot show");
        }
        return switch (base) {
            case "n" -> nibbles(value, width);
            case "N" -> nibbles(value, width).toUpperCase(Locale.ROOT);
            default -> String.format(Locale.ROOT, width == 0 ? "%" + base : "%0" + width + base, value);
        };
    }

    /** The hexadecimal digits as labels, the last first; the width counts their dots too. */
    private static String nibbles(long value, int width) {
        StringBuilder labels = new StringBuilder();
        long rest = value;
        int left = width;
        do {
            labels.append(Character.forDigit((int) (rest & 0xf), 16));
            rest >>= 4;
            left = Math.max(0, left - 1);
            if (left > 0 || rest != 0) {
                labels.append('.');
                left = Math.max(0, left - 1);
            }
        } while (rest != 0 || left > 0);
        return labels.toString();
    }
}
