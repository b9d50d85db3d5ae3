// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.name;

import io.github.vpsdns.core.InvalidValueException;
import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text to canonical name, with a sentence for each way it can be wrong. */
final class NameParser {
    private static final int MAX_LABEL = 63;
    private static final int MAX_NAME = 253;
    private static final Pattern LABEL = Pattern.compile("[a-z0-9_-]+");

    /**
     * Characters that IDNA 2003, which the JDK implements, maps to something else while today's registries (IDNA 2008)
     * register them as they are: sharp s, final sigma, zero-width joiner and non-joiner. Mapping them would silently name
     * another domain.
     */
    private static final String DEVIATIONS = "\u00df\u1e9e\u03c2\u200c\u200d";

    private NameParser() {}

    static String canonical(String name) {
        if (name.isBlank()) {
            throw new InvalidValueException("a domain name is empty; expected a name such as 'www.example.com'");
        }
        String text = toAscii(name).toLowerCase(Locale.ROOT);
        if (text.endsWith(".")) {
            text = text.substring(0, text.length() - 1);
        }
        if (text.length() > MAX_NAME) {
            throw refuse(name, "is longer than " + MAX_NAME + " bytes");
        }
        String[] labels = text.split("\\.", -1);
        for (int i = 0; i < labels.length; i++) {
            check(name, labels[i], i == 0);
        }
        return text;
    }

    private static void check(String name, String label, boolean leftmost) {
        if (label.isEmpty()) {
            throw refuse(name, "has an empty label");
        }
        if (label.length() > MAX_LABEL) {
            throw refuse(name, "has a label longer than " + MAX_LABEL + " bytes: '" + label + "'");
        }
        if (label.equals("*")) {
            if (!leftmost) {
                throw refuse(name, "has '*' elsewhere than as its leftmost label");
            }
            return;
        }
        if (!LABEL.matcher(label).matches()) {
            throw refuse(name, "has a label with characters other than letters, digits, '-' and '_': '" + label + "'");
        }
        if (label.startsWith("-") || label.endsWith("-")) {
            throw refuse(name, "has a label that begins or ends with '-': '" + label + "'");
        }
    }

    private static String toAscii(String name) {
        if (name.chars().allMatch(c -> c < 0x80)) {
            return name;
        }
        if (name.chars().anyMatch(c -> DEVIATIONS.indexOf(c) >= 0)) {
            throw refuse(
                    name, "has a character that old and new IDNA encode differently; write it as A-labels (xn--...)");
        }
        try {
            return IDN.toASCII(name);
        } catch (IllegalArgumentException e) {
            throw refuse(name, "cannot be written as A-labels (" + e.getMessage() + "); write it as xn--...");
        }
    }

    private static InvalidValueException refuse(String name, String problem) {
        String shown = name.length() <= 80 ? name : name.substring(0, 77) + "...";
        return new InvalidValueException(visible("'" + shown + "' is not a domain name: it " + problem));
    }

    /** Control characters as zone files write them (RFC 1035 section 5.1), for a name may come from anyone and is logged. */
    private static String visible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.chars().forEach(c -> {
            if (Character.isISOControl(c)) {
                visible.append(String.format(Locale.ROOT, "\\%03d", c));
            } else {
                visible.append((char) c);
            }
        });
        return visible.toString();
    }
}
