// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.upnp;

import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Who answered a search, and where it has its description.
 *
 * @param from the address that the answer came from
 * @param location the description, at that address
 */
record SearchAnswer(InetAddress from, URI location) {
    private static final String LOCATION = "location";

    /**
     * Reads an answer (UPnP Device Architecture 1.1 section 1.3.3).
     *
     * @return empty if it is none, or points to another machine than the one it came from
     */
    static Optional<SearchAnswer> of(byte[] datagram, int length, InetAddress from) {
        String[] lines = new String(datagram, 0, length, StandardCharsets.ISO_8859_1).split("\r?\n", -1);
        if (!lines[0].startsWith("HTTP/1.") || !lines[0].contains(" 200")) {
            return Optional.empty();
        }
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (colon > 0
                    && line.substring(0, colon).strip().toLowerCase(Locale.ROOT).equals(LOCATION)) {
                return RouterUrls.at(from)
                        .absolute(line.substring(colon + 1).strip())
                        .map(location -> new SearchAnswer(from, location));
            }
        }
        return Optional.empty();
    }
}
