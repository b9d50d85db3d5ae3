// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.zonefile.internal;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.record.RecordType;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Types as zone files write them: by name, or by number (RFC 3597 section 5). */
public final class FileType {
    public static final RecordType SOA = RecordType.of("SOA");

    private static final Pattern NUMBERED = Pattern.compile("TYPE([0-9]{1,5})", Pattern.CASE_INSENSITIVE);
    private static final Map<Integer, RecordType> BY_NUMBER = Map.of(
            1, RecordType.A,
            2, RecordType.NS,
            5, RecordType.CNAME,
            6, SOA,
            15, RecordType.MX,
            16, RecordType.TXT,
            28, RecordType.AAAA,
            33, RecordType.SRV,
            257, RecordType.CAA);

    private FileType() {}

    public static RecordType read(Word word) {
        if (word.quoted()) {
            throw new InvalidValueException(word.shown() + " is in quotes; expected a record type such as A or TXT");
        }
        Matcher numbered = NUMBERED.matcher(word.text());
        if (numbered.matches()) {
            RecordType known = BY_NUMBER.get(Integer.valueOf(numbered.group(1)));
            return known == null ? RecordType.of(word.text()) : known;
        }
        try {
            return RecordType.of(word.text());
        } catch (InvalidValueException e) {
            throw new InvalidValueException(
                    word.shown() + " is not a record type; expected one such as A, AAAA or TXT");
        }
    }
}
