// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.testing.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** What chance and malice make of bytes that were right: one to four places changed. */
public final class Damage {
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "\"",
            "'",
            "\\",
            "\\u0000",
            "\\ud800",
            "null",
            "true",
            "-1",
            "1e999",
            "9".repeat(40),
            "\r\n",
            "\0",
            "\u001b[2J",
            "\u202e",
            "\u00e4",
            "<",
            ">",
            "&",
            "]]>",
            "<!DOCTYPE a [<!ENTITY b 'c'>]>",
            "&b;",
            "%00",
            "../",
            "*",
            "#",
            "---",
            "|",
            "\t");

    private final List<String> pieces;

    /** Uses pieces that break many formats. */
    public Damage() {
        this(List.of());
    }

    /** Uses these pieces as well, such as words of the format. */
    public Damage(List<String> words) {
        pieces = new ArrayList<>(PIECES);
        pieces.addAll(words);
    }

    /** Returns a damaged copy. */
    public byte[] of(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        for (int change = random.nextInt(4); change >= 0; change--) {
            bytes = changed(bytes, random);
        }
        return bytes;
    }

    /** Returns a damaged copy; bytes that are no UTF-8 any more become U+FFFD. */
    public String of(String whole, Random random) {
        return new String(of(whole.getBytes(StandardCharsets.UTF_8), random), StandardCharsets.UTF_8);
    }

    private byte[] changed(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length + 1);
        int to = from + Math.min(bytes.length - from, 1 << random.nextInt(8));
        return switch (random.nextInt(6)) {
            case 0 -> Arrays.copyOf(bytes, from);
            case 1 -> joined(bytes, from, new byte[0], to);
            case 2 -> joined(bytes, from, Arrays.copyOfRange(bytes, from, to), from);
            case 3 ->
                joined(bytes, from, pieces.get(random.nextInt(pieces.size())).getBytes(StandardCharsets.UTF_8), from);
            case 4 ->
                joined(bytes, from, pieces.get(random.nextInt(pieces.size())).getBytes(StandardCharsets.UTF_8), to);
            default -> flipped(bytes, from, random);
        };
    }

    private static byte[] flipped(byte[] bytes, int at, Random random) {
        byte[] flipped = bytes.clone();
        if (at < flipped.length) {
            flipped[at] = (byte) (random.nextBoolean() ? flipped[at] ^ 1 << random.nextInt(8) : random.nextInt(256));
        }
        return flipped;
    }

    private static byte[] joined(byte[] bytes, int head, byte[] middle, int tail) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, head);
        out.writeBytes(middle);
        out.write(bytes, tail, bytes.length - tail);
        return out.toByteArray();
    }
}
