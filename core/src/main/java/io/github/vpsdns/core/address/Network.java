// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.address;

import io.github.vpsdns.core.InvalidValueException;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * All addresses with one prefix (RFC 4632, RFC 4291 section 2.3). Immutable and thread-safe.
 *
 * @param prefix the lowest address: all bits behind the prefix are zero
 * @param length how many bits the prefix has: 0 to 32, or to 128 for IPv6
 */
public record Network(InetAddress prefix, int length) {
    /** Clears the bits behind the prefix. */
    public Network {
        byte[] bits = prefix.getAddress();
        if (length < 0 || length > bits.length * 8) {
            throw new InvalidValueException(
                    "a prefix length of " + length + " is refused; expected 0 to " + bits.length * 8);
        }
        for (int bit = length; bit < bits.length * 8; bit++) {
            bits[bit / 8] &= (byte) ~(0x80 >> (bit % 8));
        }
        prefix = address(bits);
    }

    /**
     * Reads a network, or an address as the network that has it alone; never asks a resolver.
     *
     * @param text such as {@code 192.0.2.0/24}, {@code 2001:db8::/32} or {@code 192.0.2.1}; bits behind the prefix must be zero
     * @return the network
     * @throws InvalidValueException if it is anything else
     */
    public static Network of(String text) {
        int slash = text.indexOf('/');
        String written = slash < 0 ? text : text.substring(0, slash);
        Family family = written.indexOf(':') < 0 ? Family.IPV4 : Family.IPV6;
        InetAddress address = family.parse(written);
        int bits = address.getAddress().length * 8;
        Network network = new Network(address, slash < 0 ? bits : length(text, slash, bits));
        if (!network.prefix.equals(address)) {
            throw new InvalidValueException("'" + text + "' has bits behind its prefix; expected " + network);
        }
        return network;
    }

    private static int length(String text, int slash, int most) {
        String digits = text.substring(slash + 1);
        if (digits.isEmpty() || digits.length() > 3 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new InvalidValueException(
                    "'" + text + "' has no prefix length; expected a number from 0 to " + most + " behind the '/'");
        }
        return Integer.parseInt(digits);
    }

    /**
     * Tells whether an address is one of this network.
     *
     * @param address any address
     * @return whether it has the prefix; never for one of the other family
     */
    public boolean contains(InetAddress address) {
        byte[] bits = address.getAddress();
        byte[] own = prefix.getAddress();
        return bits.length == own.length && Bits.samePrefix(bits, own, length);
    }

    private static InetAddress address(byte[] bits) {
        try {
            return InetAddress.getByAddress(bits);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of " + bits.length + " bytes", e);
        }
    }

    /** Returns the canonical text, such as {@code 192.0.2.0/24}. */
    @Override
    public String toString() {
        return Family.text(prefix) + "/" + length;
    }
}
