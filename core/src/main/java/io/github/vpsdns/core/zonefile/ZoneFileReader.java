// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.zonefile;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.zonefile.internal.Entries;
import io.github.vpsdns.core.zonefile.internal.Entry;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads zone files.
 *
 * <pre>{@code
 * ZoneFile file = new ZoneFileReader(DomainName.of("example.com")).read("example.zone", in);
 * file.records().forEach(record -> System.out.println(record.line() + ": " + record.name() + " " + record.data()));
 * }</pre>
 *
 * <ul>
 *   <li>{@code $ORIGIN} is the zone at first. {@code $INCLUDE} is refused: a file decides nothing about which other files are
 *       read. {@code $GENERATE} makes what BIND makes of it.
 *   <li>A record without a TTL has that of {@code $TTL}, else the last one said, else the SOA's minimum, else none.
 *   <li>Names that are not ASCII are taken for UTF-8 and written as A-labels. TXT is one text, however many strings it comes in.
 *   <li>SOA and what signing a zone adds are left out. Other types that the API does not have are a mistake, or left out if so
 *       wished.
 *   <li>A value that comes twice counts once, and a set has the TTL of its first record, as with BIND; both are remarked upon.
 *   <li>Names outside the zone, classes other than IN, and CNAME beside other data are mistakes.
 * </ul>
 *
 * <p>At most {@value EntryReader#MOST_RECORDS} records are read, one entry in memory at a time. Immutable and thread-safe.
 */
public final class ZoneFileReader {
    private final DomainName zone;
    private final boolean skipUnsupported;

    /**
     * Creates a reader that takes records of types that the API does not have for mistakes.
     *
     * @param zone the name of the zone
     */
    public ZoneFileReader(DomainName zone) {
        this(zone, false);
    }

    private ZoneFileReader(DomainName zone, boolean skipUnsupported) {
        this.zone = zone;
        this.skipUnsupported = skipUnsupported;
    }

    /**
     * Leaves records out that have types which the API does not have.
     *
     * @return a reader like this one, but for that
     */
    public ZoneFileReader skippingUnsupported() {
        return new ZoneFileReader(zone, true);
    }

    /**
     * Reads a file to its end, or until it has had twenty mistakes.
     *
     * @param file what messages call it
     * @param in its bytes; not closed
     * @return what it says
     * @throws ZoneFileException if anything is wrong with it
     * @throws IOException if it cannot be read
     */
    public ZoneFile read(String file, InputStream in) throws IOException {
        Mistakes mistakes = new Mistakes();
        Entries entries = new Entries(in, mistakes::add);
        EntryReader reader = new EntryReader(zone, skipUnsupported);
        for (@Nullable Entry entry = entries.next(); entry != null && !mistakes.isFull(); entry = entries.next()) {
            try {
                reader.read(entry);
            } catch (InvalidValueException e) {
                mistakes.add(entry.line(), String.valueOf(e.getMessage()));
            }
        }
        SetRules rules = new SetRules(zone, mistakes);
        List<ZoneFileRecord> records = rules.apply(reader.records());
        mistakes.throwIfAny(file);
        return new ZoneFile(zone, reader.hasSoa(), records, reader.leftOut(), rules.remarks());
    }
}
