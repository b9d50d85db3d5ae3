// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.store.sql;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.address.Network;
import io.github.vpsdns.webhook.store.KnownSet.KnownRecord;
import java.net.InetAddress;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Values as text that people can read, that sorts as the values do, and that both databases take. */
final class Cells {
    /** All digits always, so that times sort as text. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private Cells() {}

    /** Cuts what is beyond four digits of years. */
    static String time(Instant time) {
        Instant near = time.isBefore(EARLIEST) ? EARLIEST : time.isAfter(LATEST) ? LATEST : time;
        return TIME.format(near);
    }

    static Instant time(String cell) {
        return Instant.parse(cell);
    }

    /** Replaces what no database takes: NUL, which PostgreSQL refuses, and halves of characters, which have no UTF-8. */
    static String text(String text) {
        return text.codePoints()
                .map(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) ? 0xFFFD : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    static String addresses(List<InetAddress> addresses) {
        return addresses.stream().map(Family::text).collect(Collectors.joining(" "));
    }

    static List<InetAddress> addresses(String cell) {
        return words(cell).map(Cells::address).toList();
    }

    static String networks(List<Network> networks) {
        return networks.stream().map(Network::toString).collect(Collectors.joining(" "));
    }

    static List<Network> networks(String cell) {
        return words(cell).map(Network::of).toList();
    }

    /** A line for each record; the id comes last, because nobody knows what the API puts into it. */
    static String records(List<KnownRecord> records) {
        return records.stream()
                .map(known -> Family.text(known.address()) + " " + known.ttl() + " " + text(known.id()))
                .collect(Collectors.joining("\n"));
    }

    static List<KnownRecord> records(String cell) {
        return cell.isEmpty()
                ? List.of()
                : Stream.of(cell.split("\n", -1)).map(Cells::knownRecord).toList();
    }

    private static KnownRecord knownRecord(String line) {
        String[] parts = line.split(" ", 3);
        return new KnownRecord(parts[2], address(parts[0]), Long.parseLong(parts[1]));
    }

    private static InetAddress address(String word) {
        return (word.indexOf(':') < 0 ? Family.IPV4 : Family.IPV6).parse(word);
    }

    private static Stream<String> words(String cell) {
        return cell.isEmpty() ? Stream.of() : Stream.of(cell.split(" ", -1));
    }
}
