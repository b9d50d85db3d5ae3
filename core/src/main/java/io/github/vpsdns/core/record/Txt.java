// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.record;

import io.github.vpsdns.core.InvalidValueException;
import java.nio.charset.StandardCharsets;

/**
 * Text (RFC 1035 section 3.3.14), as one string whatever chunks DNS carries it in.
 *
 * @param text the text without outer quotes or escapes: not empty, no white space at either end (the API would trim it), no
 *     control characters, at most 65279 bytes of UTF-8
 */
public record Txt(String text) implements RecordData {
    /** What fits into 65535 bytes of record data when each 255 bytes need one for their length. */
    private static final int MAX_BYTES = 65279;

    /**
     * Checks the text.
     *
     * @throws InvalidValueException if the text cannot be kept by the API as it is
     */
    public Txt {
        if (text.isEmpty()) {
            throw new InvalidValueException("a TXT value is empty; expected at least one character");
        }
        if (isSpace(text.codePointAt(0)) || isSpace(text.codePointBefore(text.length()))) {
            throw new InvalidValueException(
                    "a TXT value begins or ends with white space, which the API would trim: '" + excerpt(text) + "'");
        }
        if (text.chars().anyMatch(c -> c < 0x20 || c == 0x7f)) {
            throw new InvalidValueException("a TXT value has a control character; expected printable text");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new InvalidValueException(
                    "a TXT value has half of a surrogate pair; expected text that UTF-8 can carry");
        }
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_BYTES) {
            throw new InvalidValueException(
                    "a TXT value of " + bytes + " bytes is too long; expected at most " + MAX_BYTES);
        }
    }

    /**
     * Reads text as the API or a zone file shows it: plain, or as quoted chunks with {@code \"}, {@code \\} and {@code \DDD}
     * escapes, which are undone and joined.
     *
     * @param shown the text
     * @return the value
     * @throws InvalidValueException if the text cannot be kept by the API as it is
     */
    public static Txt of(String shown) {
        return new Txt(QuotedText.join(shown));
    }

    @Override
    public RecordType type() {
        return RecordType.TXT;
    }

    /**
     * Returns the text as it is; only text that would itself be read as quoted chunks is quoted, so that it reads back as
     * what it is.
     *
     * @return the value, canonical
     */
    @Override
    public String value() {
        return QuotedText.looksQuoted(text) ? quoted() : text;
    }

    /**
     * Returns the text as quoted chunks of at most 255 bytes each, as zone files write it.
     *
     * @return such as {@code "first chunk" "second"}
     */
    public String quoted() {
        return QuotedText.chunks(text);
    }

    @Override
    public String toString() {
        return "TXT " + quoted();
    }

    /** What the API's framework, written in Python, trims: more than {@link String#strip} does. */
    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
    }

    private static String excerpt(String text) {
        return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }
}
