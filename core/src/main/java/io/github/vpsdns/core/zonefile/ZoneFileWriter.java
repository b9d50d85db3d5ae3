// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.zonefile;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.Opaque;
import io.github.vpsdns.core.record.RecordData;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.record.Ttl;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a zone file.
 *
 * <pre>{@code
 * ZoneFileWriter writer = new ZoneFileWriter(zone).comment("written for a test");
 * writer.record(zone.prepend("www"), Ttl.of(300), A.of("192.0.2.1"));
 * String text = writer.text();
 * }</pre>
 *
 * <p>The text is ASCII, one line a record, owner and TTL on each. Owners are relative to {@code $ORIGIN}, names in values full.
 * The order is that of DNSSEC (RFC 4034 section 6.1) for names, so that what belongs together stands together, then type and
 * value; so equal zones are equal files. {@link ZoneFileReader} reads the same values back, and so does BIND, if there is an
 * SOA record.
 *
 * <p>Not thread-safe.
 */
public final class ZoneFileWriter {
    private static final List<RecordType> TYPES = List.of(
            RecordType.NS,
            RecordType.A,
            RecordType.AAAA,
            RecordType.CNAME,
            RecordType.MX,
            RecordType.TXT,
            RecordType.SRV,
            RecordType.CAA);

    private record Line(List<String> labels, int type, int priority, String text) {}

    private static final Comparator<Line> ORDER = Comparator.comparing(Line::labels, ZoneFileWriter::compareLabels)
            .thenComparingInt(Line::type)
            .thenComparingInt(Line::priority)
            .thenComparing(Line::text);

    private final DomainName zone;
    private final List<String> heading = new ArrayList<>();
    private final List<String> ending = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private @Nullable StartOfAuthority soa;

    /**
     * Begins a file.
     *
     * @param zone the name of the zone
     */
    public ZoneFileWriter(DomainName zone) {
        this.zone = zone;
    }

    /**
     * Puts a comment at the top.
     *
     * @param text one line; what is not printable ASCII is written as {@code \DDD}
     * @return this
     */
    public ZoneFileWriter comment(String text) {
        heading.add(CommentText.of(text));
        return this;
    }

    /**
     * Puts a comment at the end, below the records.
     *
     * @param text one line; what is not printable ASCII is written as {@code \DDD}
     * @return this
     */
    public ZoneFileWriter finalComment(String text) {
        ending.add(CommentText.of(text));
        return this;
    }

    /**
     * Writes an SOA record, without which no server takes the file for a zone.
     *
     * @param record the record
     * @return this
     */
    public ZoneFileWriter soa(StartOfAuthority record) {
        soa = record;
        return this;
    }

    /**
     * Adds a record, wherever it comes in the file's order.
     *
     * @param name its full name, within the zone
     * @param ttl how long it may be cached
     * @param data what it says
     * @return this
     * @throws InvalidValueException if the name is not within the zone or the data is {@link Opaque}
     */
    public ZoneFileWriter record(DomainName name, Ttl ttl, RecordData data) {
        String text = name.relativeTo(zone) + "\t" + ttl + "\tIN\t" + data.type() + "\t" + DataText.of(data);
        List<String> labels = new ArrayList<>(name.labels());
        Collections.reverse(labels);
        lines.add(new Line(labels, TYPES.indexOf(data.type()), data.priority().orElse(0), text));
        return this;
    }

    /**
     * Returns the file.
     *
     * @return its text, all ASCII, each line ended by a line feed
     */
    public String text() {
        StringBuilder text = new StringBuilder();
        heading.forEach(comment -> text.append(comment).append('\n'));
        text.append("$ORIGIN ").append(zone.absolute()).append('\n');
        text.append("$TTL ").append(Ttl.API_DEFAULT).append('\n');
        if (soa != null) {
            text.append("@\t").append(Ttl.API_DEFAULT).append("\tIN\tSOA\t");
            text.append(soa.text()).append('\n');
        }
        lines.stream().sorted(ORDER).forEach(line -> text.append(line.text()).append('\n'));
        ending.forEach(comment -> text.append(comment).append('\n'));
        return text.toString();
    }

    /** From the top label down; whatever is below a name comes after it. */
    private static int compareLabels(List<String> one, List<String> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int order = one.get(i).compareTo(other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }
}
