// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.zonefile.internal;

import io.github.vpsdns.core.InvalidValueException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The escapes of zone files, {@code \DDD} and {@code \X} (RFC 1035 section 5.1). */
public final class Escapes {
    private Escapes() {}

    /** What happens with each byte of a word. */
    @FunctionalInterface
    public interface ByteReader {
        void read(int octet, boolean escaped);
    }

    public static void undo(Word word, ByteReader reader) {
        String text = word.text();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\') {
                reader.read(c, false);
            } else if (isDigit(text.charAt(i + 1))) {
                reader.read(number(word, i + 1), true);
                i += 3;
            } else {
                reader.read(text.charAt(i + 1), true);
                i++;
            }
        }
    }

    public static byte[] bytes(Word word) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        undo(word, (octet, escaped) -> bytes.write(octet));
        return bytes.toByteArray();
    }

    /** Other bytes than UTF-8 are refused: replaced, two different values would become the same. */
    static String utf8(byte[] bytes, String what) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InvalidValueException(what + " has bytes that are not UTF-8, which the API cannot keep");
        }
    }

    /** Writes a byte, 0 to 255, as a backslash and three digits. */
    public static void number(StringBuilder text, int octet) {
        text.append('\\')
                .append((char) ('0' + octet / 100))
                .append((char) ('0' + octet / 10 % 10))
                .append((char) ('0' + octet % 10));
    }

    private static int number(Word word, int from) {
        String text = word.text();
        int value = 0;
        for (int i = from; i < from + 3; i++) {
            if (i >= text.length() || !isDigit(text.charAt(i))) {
                throw wrong(word);
            }
            value = 10 * value + text.charAt(i) - '0';
        }
        if (value > 255) {
            throw wrong(word);
        }
        return value;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static InvalidValueException wrong(Word word) {
        return new InvalidValueException(
                word.shown() + " has a backslash before a digit; expected three digits, \\000 to \\255");
    }
}
