// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.address;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.record.Aaaa;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * The part of an IPv6 address that a machine keeps while the network's prefix changes (RFC 4291 section 2.5.1).
 *
 * @param address the host part, as an address whose prefix is zero
 */
public record HostPart(Inet6Address address) {
    private static final int BITS = 128;

    /**
     * Reads a host part.
     *
     * @param text such as {@code ::1:2:3:4}
     * @return the host part
     * @throws InvalidValueException if it is no IPv6 address, or zero
     */
    public static HostPart of(String text) {
        HostPart part = new HostPart(Aaaa.of(text).address());
        if (part.address.isAnyLocalAddress()) {
            throw new InvalidValueException("'" + text + "' is no host part; expected one such as ::1:2:3:4");
        }
        return part;
    }

    /**
     * Makes sure that this host part leaves room for a prefix.
     *
     * @param prefixLength the prefix's length in bits, 1 to 127
     * @return this
     * @throws InvalidValueException if the length is out of range, or this has bits within the prefix
     */
    public HostPart behind(int prefixLength) {
        requireLength(prefixLength);
        byte[] bits = address.getAddress();
        for (int bit = 0; bit < prefixLength; bit++) {
            if (Bits.isSet(bits, bit)) {
                throw new InvalidValueException("the host part '" + this + "' reaches into the first " + prefixLength
                        + " bits, which are the prefix's; expected one such as ::1:2:3:4");
            }
        }
        return this;
    }

    /**
     * Joins this host part to the prefix of another machine's address in the same network.
     *
     * @param neighbour any address in the network
     * @param prefixLength how long the network's prefix is, 1 to 127 bits
     * @return the address of the machine with this host part
     * @throws InvalidValueException if the length is out of range, or this has bits within the prefix
     */
    public Inet6Address within(Inet6Address neighbour, int prefixLength) {
        behind(prefixLength);
        byte[] prefix = neighbour.getAddress();
        byte[] joined = address.getAddress();
        for (int bit = 0; bit < prefixLength; bit++) {
            joined[bit / 8] |= (byte) (prefix[bit / 8] & (0x80 >> (bit % 8)));
        }
        try {
            return (Inet6Address) InetAddress.getByAddress(joined);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of " + joined.length + " bytes", e);
        }
    }

    private static void requireLength(int prefixLength) {
        if (prefixLength < 1 || prefixLength >= BITS) {
            throw new InvalidValueException(
                    "a prefix length of " + prefixLength + " is refused; expected 1 to " + (BITS - 1));
        }
    }

    /** Returns the canonical text, such as {@code ::1:2:3:4}. */
    @Override
    public String toString() {
        return Family.text(address);
    }
}
