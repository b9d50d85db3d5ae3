// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.record;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.name.DomainName;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A type, a text and a priority to typed data. */
final class DataParser {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private DataParser() {}

    static RecordData parse(RecordType type, String value, @Nullable Integer priority) {
        return switch (type.name()) {
            case "A" -> A.of(value.strip());
            case "AAAA" -> Aaaa.of(value.strip());
            case "CNAME" -> new Cname(host(type, value));
            case "NS" -> new Ns(host(type, value));
            case "TXT" -> Txt.of(value);
            case "MX" -> mx(value, priority);
            case "SRV" -> srv(value, priority);
            case "CAA" -> caa(value);
            default ->
                throw new InvalidValueException("records of type " + type + " cannot be written; the API documents "
                        + String.join(
                                ", ",
                                RecordType.KNOWN.stream().map(RecordType::name).toList()));
        };
    }

    private static Mx mx(String value, @Nullable Integer priority) {
        String[] words = words(value);
        if (words.length > 2) {
            throw new InvalidValueException("'" + value + "' is not an MX value; expected a host name");
        }
        @Nullable Integer inValue = words.length == 2 ? number(words[0], "MX priority") : null;
        return new Mx(agreed("MX", priority, inValue), host(RecordType.MX, words[words.length - 1]));
    }

    private static Srv srv(String value, @Nullable Integer priority) {
        String[] words = words(value);
        if (words.length != 3 && words.length != 4) {
            throw new InvalidValueException("'" + value
                    + "' is not an SRV value; expected 'weight port target', such as '10 5060 sip.example.com'");
        }
        @Nullable Integer inValue = words.length == 4 ? number(words[0], "SRV priority") : null;
        String[] rest = Arrays.copyOfRange(words, words.length - 3, words.length);
        return new Srv(
                agreed("SRV", priority, inValue),
                number(rest[0], "SRV weight"),
                number(rest[1], "SRV port"),
                host(RecordType.SRV, rest[2]));
    }

    private static Caa caa(String value) {
        String[] words = value.strip().split("\\s+", 3);
        if (words.length != 3) {
            throw new InvalidValueException("'" + value
                    + "' is not a CAA value; expected 'flags tag \"value\"', such as '0 issue \"letsencrypt.org\"'");
        }
        return new Caa(number(words[0], "CAA flag"), words[1], QuotedText.join(words[2]));
    }

    private static DomainName host(RecordType type, String value) {
        try {
            return DomainName.of(value.strip());
        } catch (InvalidValueException e) {
            throw new InvalidValueException(type + " records need a host name: " + e.getMessage());
        }
    }

    private static int agreed(String type, @Nullable Integer priority, @Nullable Integer inValue) {
        if (priority != null && inValue != null && !priority.equals(inValue)) {
            throw new InvalidValueException(
                    type + " priority is given twice and differs: " + priority + " and " + inValue);
        }
        if (priority != null) {
            return priority;
        }
        if (inValue != null) {
            return inValue;
        }
        throw new InvalidValueException(
                type + " records need a priority, 0 to 65535; it may stand in front of the value");
    }

    /** Digits only, and few enough of them to be an int; what they may come to, each type knows. */
    private static int number(String text, String what) {
        if (!NUMBER.matcher(text).matches()) {
            throw new InvalidValueException("'" + text + "' is not a valid " + what + "; expected a number");
        }
        return Integer.parseInt(text);
    }

    private static String[] words(String value) {
        return value.strip().split("\\s+", -1);
    }
}
