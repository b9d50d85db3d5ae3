// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.given;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.ddns.source.SourceException;
import io.github.vpsdns.ddns.source.SourceSpec;
import io.github.vpsdns.ddns.source.text.Excerpt;
import io.github.vpsdns.ddns.source.text.ToldAddress;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads addresses that are given one a line. */
final class AddressLines {
    private AddressLines() {}

    /** Returns those of the family; all lines must be good, those of the other family as well. */
    static List<InetAddress> read(SourceSpec source, Family family, byte[] content) {
        List<String> lines =
                new String(content, StandardCharsets.ISO_8859_1).lines().toList();
        Set<InetAddress> found = new LinkedHashSet<>();
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1).split("#", 2)[0].strip();
            if (!line.isEmpty()) {
                InetAddress address = address(source, number, line);
                if (Family.of(address) == family) {
                    found.add(address);
                }
            }
        }
        if (found.isEmpty()) {
            throw new SourceException(source + " gives no " + family + " address", null);
        }
        return List.copyOf(found);
    }

    private static InetAddress address(SourceSpec source, int number, String line) {
        return ToldAddress.in(line)
                .orElseThrow(() -> new SourceException(
                        source + " gives " + Excerpt.of(line) + " in line " + number + ", which is no address", null));
    }
}
