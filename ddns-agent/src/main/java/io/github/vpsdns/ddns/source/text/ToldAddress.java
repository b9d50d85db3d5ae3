// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.text;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.ddns.source.SourceException;
import io.github.vpsdns.ddns.source.SourceSpec;
import java.net.InetAddress;
import java.util.Optional;

/** An address as a source tells it. Stateless. */
public final class ToldAddress {
    private ToldAddress() {}

    /**
     * Reads an address of either family.
     *
     * @param text any text
     * @return the address if the whole text is one: without scope, white space and leading zeros, and no IPv4 address mapped
     *     into IPv6
     */
    public static Optional<InetAddress> in(String text) {
        try {
            return Optional.of((text.indexOf(':') < 0 ? Family.IPV4 : Family.IPV6).parse(text));
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }

    /**
     * Reads the one address that a source was asked for.
     *
     * @param source who told it
     * @param family which family was asked for
     * @param text what it told
     * @return the address
     * @throws SourceException if it is no address, or one of the other family
     */
    public static InetAddress require(SourceSpec source, Family family, String text) {
        InetAddress address = in(text).orElseThrow(() ->
                new SourceException(source + " told " + Excerpt.of(text) + ", which is no address", null));
        if (Family.of(address) != family) {
            throw new SourceException(
                    source + " told the " + Family.of(address) + " address " + Family.text(address) + " where " + family
                            + " was asked for",
                    null);
        }
        return address;
    }
}
