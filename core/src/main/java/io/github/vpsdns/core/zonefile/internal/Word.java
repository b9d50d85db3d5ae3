// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.zonefile.internal;

import java.nio.charset.StandardCharsets;

/**
 * A word of an entry.
 *
 * @param text the file's bytes, each as one character (ISO 8859-1), with escapes but without the quotes around it
 * @param quoted whether it stood in quotes
 */
public record Word(String text, boolean quoted) {
    private static final int SHOWN = 60;

    public boolean is(String plain) {
        return !quoted && text.equalsIgnoreCase(plain);
    }

    public boolean startsWith(char c) {
        return !quoted && !text.isEmpty() && text.charAt(0) == c;
    }

    /** For messages: in quotes, and not too long. */
    public String shown() {
        String utf8 = new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        String some = utf8.length() <= SHOWN ? utf8 : utf8.substring(0, SHOWN - 3) + "...";
        return "'" + some + "'";
    }

    @Override
    public String toString() {
        return quoted ? '"' + text + '"' : text;
    }
}
