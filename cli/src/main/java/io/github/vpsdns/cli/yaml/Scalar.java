// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.yaml;

import static java.util.Objects.requireNonNull;

import io.github.vpsdns.core.InvalidValueException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What a scalar may be, and how it becomes a value. Immutable and thread-safe.
 *
 * @param <T> the value's type
 */
public final class Scalar<T> {
    private final Set<Kind> kinds;
    private final String expected;
    private final Function<String, T> reader;

    private Scalar(Set<Kind> kinds, String expected, Function<String, T> reader) {
        this.kinds = kinds;
        this.expected = expected;
        this.reader = reader;
    }

    /**
     * Text of any meaning, which may be a secret and is never quoted in messages.
     *
     * @param most how many characters it may have
     * @param expected what it should be, to stand after "expected"
     * @return the scalar; white space around it is dropped, and none other is left than the space
     */
    public static Scalar<String> text(int most, String expected) {
        return new Scalar<>(EnumSet.of(Kind.TEXT), expected, text -> {
            String stripped = text.strip();
            if (stripped.isEmpty()) {
                throw new InvalidValueException("it is empty; expected " + expected);
            }
            if (stripped.length() > most) {
                throw new InvalidValueException(
                        "it has " + stripped.length() + " characters; expected " + expected + " of at most " + most);
            }
            if (stripped.chars().anyMatch(Character::isISOControl)) {
                throw new InvalidValueException("it has a control character in it, such as a line break; expected "
                        + expected + " in one line");
            }
            return stripped;
        });
    }

    /**
     * A whole number.
     *
     * @param least the least it may be
     * @param most the most it may be
     * @param of what it counts, such as {@code "seconds"}, or empty
     * @return the scalar
     */
    public static Scalar<Integer> number(int least, int most, String of) {
        String expected = "a whole number" + (of.isEmpty() ? "" : " of " + of) + ", " + least + " to " + most;
        return new Scalar<>(EnumSet.of(Kind.NUMBER), expected, text -> {
            BigInteger number;
            try {
                number = new BigInteger(text);
            } catch (NumberFormatException e) {
                throw refused(text, expected);
            }
            if (number.compareTo(BigInteger.valueOf(least)) < 0 || number.compareTo(BigInteger.valueOf(most)) > 0) {
                throw refused(text, expected);
            }
            return number.intValueExact();
        });
    }

    /**
     * True or false.
     *
     * @return the scalar
     */
    public static Scalar<Boolean> bool() {
        return new Scalar<>(EnumSet.of(Kind.BOOLEAN), "true or false", text -> text.equalsIgnoreCase("true"));
    }

    /**
     * A length of time, such as {@code 5m}, {@code 2s}, {@code 500ms} or {@code 1h30m}.
     *
     * @param least the least it may be
     * @param most the most it may be
     * @return the scalar
     */
    public static Scalar<Duration> duration(Duration least, Duration most) {
        String expected = "a time such as 90s, 5m or 1h30m, " + Spans.text(least) + " to " + Spans.text(most);
        return new Scalar<>(
                EnumSet.of(Kind.TEXT, Kind.NUMBER),
                expected,
                text -> Spans.parse(text)
                        .filter(span -> span.compareTo(least) >= 0 && span.compareTo(most) <= 0)
                        .orElseThrow(() -> refused(text, expected)));
    }

    /**
     * One of a few words.
     *
     * @param values what each word stands for
     * @param order the words in the order to tell them
     * @param <T> the type of the values
     * @return the scalar
     */
    public static <T> Scalar<T> word(Map<String, T> values, List<String> order) {
        Map<String, T> known = new LinkedHashMap<>();
        order.forEach(word -> known.put(word, requireNonNull(values.get(word))));
        String expected = (known.size() == 1 ? "" : "one of ") + String.join(", ", known.keySet());
        return new Scalar<>(EnumSet.of(Kind.TEXT), expected, text -> {
            T value = known.get(text);
            if (value == null) {
                throw new InvalidValueException(
                        Words.quoted(text) + " is refused; expected " + expected + hint(text, known.keySet()));
            }
            return value;
        });
    }

    /**
     * One of the constants of an enumeration, by their words.
     *
     * @param values the constants, in the order to tell them
     * @param word how each is called in files
     * @param <T> the enumeration
     * @return the scalar
     */
    public static <T extends Enum<T>> Scalar<T> word(List<T> values, Function<T, String> word) {
        Map<String, T> known = new LinkedHashMap<>();
        values.forEach(value -> known.put(word.apply(value), value));
        return word(known, List.copyOf(known.keySet()));
    }

    /**
     * Makes a value of what was read.
     *
     * @param next throws {@link InvalidValueException} if it cannot be used, whose message is told
     * @param <U> the type of the new value
     * @return the scalar
     */
    public <U> Scalar<U> to(Function<? super T, ? extends U> next) {
        return new Scalar<>(kinds, expected, text -> next.apply(reader.apply(text)));
    }

    /**
     * Lets one more word stand for a value.
     *
     * @param word the word
     * @param value what it stands for
     * @return the scalar
     */
    public Scalar<T> or(String word, T value) {
        Set<Kind> more = EnumSet.copyOf(kinds);
        more.add(Kind.TEXT);
        String both = expected + ", or " + word;
        return new Scalar<>(more, both, text -> {
            if (text.equals(word)) {
                return value;
            }
            try {
                return reader.apply(text);
            } catch (InvalidValueException e) {
                throw new InvalidValueException(e.getMessage() + ", or " + word);
            }
        });
    }

    /**
     * Takes a number for the text that it is written as.
     *
     * @return the scalar
     */
    public Scalar<T> orNumber() {
        Set<Kind> more = EnumSet.copyOf(kinds);
        more.add(Kind.NUMBER);
        return new Scalar<>(more, expected, reader);
    }

    boolean accepts(Kind kind) {
        return kinds.contains(kind);
    }

    String expected() {
        return expected;
    }

    T read(String text) {
        return reader.apply(text);
    }

    static String hint(String word, Collection<String> known) {
        return Words.near(word, known)
                .map(near -> "; did you mean '" + near + "'?")
                .orElse("");
    }

    private static InvalidValueException refused(String text, String expected) {
        return new InvalidValueException(Words.quoted(text) + " is refused; expected " + expected);
    }
}
