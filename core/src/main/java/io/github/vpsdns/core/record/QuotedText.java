// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.record;

import io.github.vpsdns.core.InvalidValueException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The quoted character strings of zone files (RFC 1035 section 5.1). */
final class QuotedText {
    private static final int CHUNK = 255;
    private static final String STRING = "\"((?:[^\"\\\\]|\\\\.)*+)\"";
    private static final Pattern STRINGS = Pattern.compile(STRING + "(?:\\s+" + STRING + ")*+");
    private static final Pattern ONE = Pattern.compile(STRING);

    private QuotedText() {}

    /** Text that is wholly made of quoted strings is unquoted and joined; any other is returned as it is. */
    static String join(String shown) {
        String text = shown.strip();
        if (!STRINGS.matcher(text).matches()) {
            return shown;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Matcher strings = ONE.matcher(text);
        while (strings.find()) {
            bytes.writeBytes(unescape(strings.group(1)));
        }
        return decode(bytes.toByteArray());
    }

    /** Tells whether {@link #join} would take the text apart. */
    static boolean looksQuoted(String text) {
        return STRINGS.matcher(text.strip()).matches();
    }

    /** Other bytes than UTF-8 are refused: replaced, two different values would read as the same. */
    private static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InvalidValueException(
                    "a quoted text has bytes that are not UTF-8 (\\DDD escapes); expected text");
        }
    }

    private static byte[] unescape(String escaped) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int i = 0;
        while (i < escaped.length()) {
            int c = escaped.codePointAt(i);
            if (c != '\\') {
                bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
                i += Character.charCount(c);
            } else if (isByteNumber(escaped, i + 1)) {
                bytes.write(Integer.parseInt(escaped.substring(i + 1, i + 4)));
                i += 4;
            } else {
                int plain = escaped.codePointAt(i + 1);
                bytes.writeBytes(Character.toString(plain).getBytes(StandardCharsets.UTF_8));
                i += 1 + Character.charCount(plain);
            }
        }
        return bytes.toByteArray();
    }

    private static boolean isByteNumber(String text, int from) {
        if (from + 3 > text.length()) {
            return false;
        }
        for (int i = from; i < from + 3; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return Integer.parseInt(text.substring(from, from + 3)) <= 255;
    }

    /** Chunks are cut between characters, so that each stays readable by itself. */
    static String chunks(String text) {
        StringBuilder all = new StringBuilder("\"");
        int inChunk = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int size = Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
            if (inChunk + size > CHUNK) {
                all.append("\" \"");
                inChunk = 0;
            }
            if (c == '"' || c == '\\') {
                all.append('\\');
            }
            all.appendCodePoint(c);
            inChunk += size;
            i += Character.charCount(c);
        }
        return all.append('"').toString();
    }
}
