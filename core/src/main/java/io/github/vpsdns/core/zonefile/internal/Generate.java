// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.zonefile.internal;

import io.github.vpsdns.core.InvalidValueException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * BIND's {@code $GENERATE range owner [ttl] [class] type data}: an entry for each number of a range.
 *
 * @param line where it stands
 * @param from the first number
 * @param to the last number, not less than the first
 * @param step how far apart they are, 1 or more
 * @param owner the owner of each
 * @param middle from the owner to the data: TTL, class and type
 * @param data the data, of several words if it is quoted
 */
public record Generate(int line, int from, int to, int step, Template owner, String middle, Template data) {
    private static final Pattern RANGE = Pattern.compile("([0-9]{1,9})-([0-9]{1,9})(?:/([0-9]{1,9}))?");

    public static Generate read(Entry entry) {
        List<Word> words = entry.words();
        if (words.size() < 5) {
            throw new InvalidValueException(
                    "$GENERATE is not whole; expected a range, an owner, a type and its data, such as"
                            + " '$GENERATE 1-9 host$ A 192.0.2.$'; data of several words goes in quotes");
        }
        Matcher range = RANGE.matcher(words.get(1).text());
        if (!range.matches()) {
            throw new InvalidValueException(
                    "$GENERATE has the range " + words.get(1).shown() + "; expected one such as 1-9 or 0-100/10");
        }
        int from = Integer.parseInt(range.group(1));
        int to = Integer.parseInt(range.group(2));
        int step = range.group(3) == null ? 1 : Integer.parseInt(range.group(3));
        if (from > to || step == 0) {
            throw new InvalidValueException("$GENERATE has the range "
                    + words.get(1).shown() + "; expected the lower number first, and a step of 1 or more");
        }
        int last = words.size() - 1;
        if (words.get(2).quoted() || words.subList(3, last).stream().anyMatch(Word::quoted)) {
            throw new InvalidValueException("$GENERATE has quotes before its data; expected them around the data only");
        }
        Word data = words.get(last);
        return new Generate(
                entry.line(),
                from,
                to,
                step,
                new Template(words.get(2).text()),
                words.subList(3, last).stream().map(Word::text).collect(Collectors.joining(" ")),
                new Template(data.quoted() ? data.text().replace("\\\"", "\"") : data.text()));
    }

    public long count() {
        return ((long) to - from) / step + 1;
    }

    /** Fails with an {@link InvalidValueException} where a number does not fit. */
    public Stream<Entry> entries() {
        return IntStream.iterate(0, i -> i < count(), i -> i + 1).mapToObj(i -> entry(from + i * step));
    }

    private Entry entry(int number) {
        String text = owner.fill(number) + " " + middle + " " + data.fill(number);
        try {
            InputStream bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
            @Nullable Entry entry = new Entries(bytes, Generate::refuse).next();
            if (entry == null) {
                throw new InvalidValueException("$GENERATE makes an empty entry");
            }
            return new Entry(line, false, entry.words());
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
    }

    private static void refuse(int line, String text) {
        throw new InvalidValueException("$GENERATE makes an entry in which " + text);
    }
}
