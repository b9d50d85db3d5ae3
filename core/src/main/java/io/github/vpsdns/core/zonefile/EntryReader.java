// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.zonefile;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.RecordData;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.record.Ttl;
import io.github.vpsdns.core.zonefile.internal.DataReader;
import io.github.vpsdns.core.zonefile.internal.Entry;
import io.github.vpsdns.core.zonefile.internal.FileNames;
import io.github.vpsdns.core.zonefile.internal.FileType;
import io.github.vpsdns.core.zonefile.internal.Generate;
import io.github.vpsdns.core.zonefile.internal.TtlText;
import io.github.vpsdns.core.zonefile.internal.Word;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Entries to records, with what earlier entries leave to later ones: the origin, the owner, the TTL. Throws an {@link
 * InvalidValueException} for an entry that cannot be used, and can go on with the next. Not thread-safe.
 */
final class EntryReader {
    /** More than any zone here has; a $GENERATE of two billion records is a typo. */
    static final int MOST_RECORDS = 100_000;

    private final DomainName zone;
    private final boolean skipUnsupported;
    private final List<ZoneFileRecord> records = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private DomainName origin;
    private @Nullable DomainName owner;
    private @Nullable Integer defaultTtl;
    private @Nullable Integer lastTtl;
    private boolean hasSoa;

    EntryReader(DomainName zone, boolean skipUnsupported) {
        this.zone = zone;
        this.skipUnsupported = skipUnsupported;
        this.origin = zone;
    }

    List<ZoneFileRecord> records() {
        return records;
    }

    List<LeftOut> leftOut() {
        return leftOut;
    }

    boolean hasSoa() {
        return hasSoa;
    }

    void read(Entry entry) {
        if (!entry.indented() && entry.words().get(0).startsWith('$')) {
            directive(entry);
        } else {
            record(entry);
        }
    }

    private void directive(Entry entry) {
        List<Word> words = entry.words();
        switch (words.get(0).text().toUpperCase(Locale.ROOT)) {
            case "$ORIGIN" -> origin = FileNames.read(argument(words, "a full name such as 'example.com.'"), origin);
            case "$TTL" -> defaultTtl = TtlText.read(argument(words, "a time such as 3600"));
            case "$GENERATE" -> generate(Generate.read(entry));
            case "$INCLUDE" ->
                throw new InvalidValueException(
                        "$INCLUDE is not followed; put the other file's content here, for example with"
                                + " named-compilezone");
            default ->
                throw new InvalidValueException(words.get(0).shown()
                        + " is not a directive that is understood; expected $ORIGIN, $TTL or $GENERATE");
        }
    }

    private static Word argument(List<Word> words, String expected) {
        if (words.size() != 2) {
            throw new InvalidValueException(words.get(0).text() + " stands with " + (words.size() - 1)
                    + " words; expected " + expected + " and nothing else");
        }
        return words.get(1);
    }

    private void generate(Generate generate) {
        requireRoom(generate.count());
        for (Iterator<Entry> entries = generate.entries().iterator(); entries.hasNext(); ) {
            record(entries.next());
        }
    }

    private void record(Entry entry) {
        List<Word> words = entry.words();
        int at = 0;
        if (!entry.indented()) {
            owner = null;
            owner = FileNames.read(words.get(at++), origin);
        }
        DomainName name = owner;
        if (name == null) {
            throw new InvalidValueException("the name of this record is left out, and none before it can be used");
        }
        @Nullable Integer written = null;
        boolean classSeen = false;
        while (at < words.size()) {
            Word word = words.get(at);
            if (written == null && TtlText.looksLike(word)) {
                written = TtlText.read(word);
            } else if (!classSeen && isClass(word)) {
                classSeen = true;
            } else {
                break;
            }
            at++;
        }
        if (at == words.size()) {
            throw new InvalidValueException("a record of " + name + " has no type; expected one such as A or TXT");
        }
        take(entry.line(), name, FileType.read(words.get(at)), words.subList(at + 1, words.size()), written);
    }

    private void take(int line, DomainName name, RecordType type, List<Word> data, @Nullable Integer written) {
        requireRoom(1);
        if (type.equals(FileType.SOA)) {
            soa(name, data);
        } else if (!name.isWithin(zone)) {
            throw new InvalidValueException("'" + name + "' is not within the zone " + zone);
        }
        lastTtl = written == null ? lastTtl : written;
        if (!type.isKnown()) {
            leaveOut(new LeftOut(line, name, type, LeftOut.Reason.of(type)));
            return;
        }
        RecordData value = new DataReader(type, data, origin).read();
        records.add(new ZoneFileRecord(line, name, ttl(written), value));
    }

    /** RFC 2308 section 4: what the record says, else $TTL, else as RFC 1035 had it, the last one said. */
    private @Nullable Ttl ttl(@Nullable Integer written) {
        Integer seconds = written != null ? written : defaultTtl != null ? defaultTtl : lastTtl;
        return seconds == null ? null : Ttl.of(seconds);
    }

    private void soa(DomainName name, List<Word> data) {
        if (!name.equals(zone)) {
            throw new InvalidValueException("this is a zone file of '" + name + "'; expected one of '" + zone + "'");
        }
        hasSoa = true;
        // BIND takes the SOA's minimum where there is no TTL at all.
        if (defaultTtl == null && lastTtl == null && data.size() == 7 && TtlText.looksLike(data.get(6))) {
            defaultTtl = TtlText.read(data.get(6));
        }
    }

    private void leaveOut(LeftOut one) {
        if (one.reason() == LeftOut.Reason.UNSUPPORTED && !skipUnsupported) {
            throw new InvalidValueException("the API has no records of type " + one.type() + " ('" + one.name()
                    + "'); it has A, AAAA, CNAME, MX, TXT, NS, SRV and CAA");
        }
        leftOut.add(one);
    }

    private void requireRoom(long more) {
        if (records.size() + leftOut.size() + more > MOST_RECORDS) {
            throw new InvalidValueException(
                    "the file has more than " + MOST_RECORDS + " records, which no zone here can have");
        }
    }

    private static boolean isClass(Word word) {
        if (word.is("IN") || word.is("CLASS1")) {
            return true;
        }
        if (word.is("CH") || word.is("HS") || word.is("CS") || word.is("CHAOS") || word.is("HESIOD")) {
            throw new InvalidValueException("the class " + word.shown() + " is not that of the Internet; expected IN");
        }
        return false;
    }
}
