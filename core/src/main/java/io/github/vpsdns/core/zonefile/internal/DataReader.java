// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.zonefile.internal;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.A;
import io.github.vpsdns.core.record.Aaaa;
import io.github.vpsdns.core.record.Caa;
import io.github.vpsdns.core.record.Cname;
import io.github.vpsdns.core.record.Mx;
import io.github.vpsdns.core.record.Ns;
import io.github.vpsdns.core.record.RecordData;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.record.Srv;
import io.github.vpsdns.core.record.Txt;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The words after the type to a value of that type.
 *
 * @param type one of the types that the API has
 * @param words what stands after it, perhaps nothing
 * @param origin what relative names are relative to
 */
public record DataReader(RecordType type, List<Word> words, DomainName origin) {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    public RecordData read() {
        if (!words.isEmpty() && words.get(0).is("\\#")) {
            return GenericData.read(type, words.subList(1, words.size()));
        }
        return switch (type.name()) {
            case "A" -> A.of(plain(1, "an address such as 192.0.2.1").get(0));
            case "AAAA" -> Aaaa.of(plain(1, "an address such as 2001:db8::1").get(0));
            case "CNAME" -> new Cname(host(1, "a name"));
            case "NS" -> new Ns(host(1, "a name server's name"));
            case "MX" -> {
                List<String> plain = plain(2, "a priority and a name, such as '10 mail'");
                yield new Mx(number(plain.get(0)), name(1));
            }
            case "SRV" -> {
                List<String> plain = plain(4, "priority, weight, port and target, such as '0 10 5060 sip'");
                yield new Srv(number(plain.get(0)), number(plain.get(1)), number(plain.get(2)), name(3));
            }
            case "CAA" -> caa();
            case "TXT" -> txt();
            default -> throw new IllegalArgumentException(type.name());
        };
    }

    private RecordData txt() {
        if (words.isEmpty()) {
            throw new InvalidValueException("a TXT record has no text; expected quoted text after the type");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        words.forEach(word -> bytes.writeBytes(Escapes.bytes(word)));
        return new Txt(Escapes.utf8(bytes.toByteArray(), "a TXT value"));
    }

    private RecordData caa() {
        require(3, "flags, tag and value, such as '0 issue \"letsencrypt.org\"'");
        String tag = unquoted(words.get(1));
        return new Caa(number(unquoted(words.get(0))), tag, Escapes.utf8(Escapes.bytes(words.get(2)), "a CAA value"));
    }

    private DomainName host(int count, String what) {
        require(count, what);
        return name(count - 1);
    }

    private DomainName name(int index) {
        return FileNames.read(words.get(index), origin);
    }

    private List<String> plain(int count, String what) {
        require(count, what);
        return words.stream().map(DataReader::unquoted).toList();
    }

    private void require(int count, String what) {
        if (words.size() != count) {
            String given = words.isEmpty()
                    ? "nothing"
                    : words.size() == 1 ? words.get(0).shown() : words.size() + " words";
            throw new InvalidValueException(type + " is followed by " + given + "; expected " + what);
        }
    }

    private static String unquoted(Word word) {
        if (word.quoted()) {
            throw new InvalidValueException(word.shown() + " is in quotes; expected it without");
        }
        return word.text();
    }

    /** How high it may be, each type knows. */
    private static int number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new InvalidValueException(new Word(text, false).shown() + " is not a number that fits");
        }
        return Integer.parseInt(text);
    }
}
