// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.dyndns;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.address.Network;
import java.net.InetAddress;
import java.util.regex.Pattern;

/**
 * An address as a router writes it, with or without a prefix length.
 *
 * @param address the address, with the bits behind the prefix
 * @param length the prefix length; that of a whole address if there is none
 */
record AddressWord(InetAddress address, int length) {
    // FRITZ!Box, OPNsense, OpenWrt, pfSense and UniFi, in this order.
    private static final Pattern PLACEHOLDER = Pattern.compile("<\\w*>?|__\\w+__|\\[\\w+]|%IP%|%i");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,3}");
    private static final int USUAL_PREFIX = 64;

    /**
     * Reads an address.
     *
     * @param name the parameter's name, for the message
     * @throws InvalidValueException if it is none; says what it is instead
     */
    static AddressWord of(String name, String word) {
        if (PLACEHOLDER.matcher(word).matches()) {
            throw new InvalidValueException("'" + name + "' has the placeholder " + Shown.quoted(word)
                    + ", which the router has not replaced by an address; leave it out if the router does not know it");
        }
        int slash = word.indexOf('/');
        String written = slash < 0 ? word : word.substring(0, slash);
        InetAddress address = address(name, word, written);
        int bits = address.getAddress().length * 8;
        return new AddressWord(address, slash < 0 ? bits : length(name, word, word.substring(slash + 1), bits));
    }

    /**
     * Reads a prefix; without a length it is of 64 bits, as that of nearly every network with hosts (RFC 4291 section 2.5.1).
     *
     * @throws InvalidValueException if it is none of IPv6
     */
    static Network prefix(String name, String word) {
        AddressWord read = of(name, word);
        if (Family.of(read.address) != Family.IPV6) {
            throw new InvalidValueException(
                    "'" + name + "' has " + Shown.quoted(word) + "; expected a prefix such as 2001:db8:1:2::/64");
        }
        return new Network(read.address, word.indexOf('/') < 0 ? USUAL_PREFIX : read.length);
    }

    /** Whether it is a network of IPv6 rather than a host in it. */
    boolean isPrefix() {
        int bits = address.getAddress().length * 8;
        return Family.of(address) == Family.IPV6
                && length < bits
                && network().prefix().equals(address);
    }

    Network network() {
        return new Network(address, length);
    }

    private static InetAddress address(String name, String word, String written) {
        try {
            return (written.indexOf(':') < 0 ? Family.IPV4 : Family.IPV6).parse(written);
        } catch (InvalidValueException e) {
            throw new InvalidValueException("'" + name + "' has " + Shown.quoted(word)
                    + "; expected an address such as 192.0.2.1 or 2001:db8::1, or none");
        }
    }

    private static int length(String name, String word, String digits, int bits) {
        int length = LENGTH.matcher(digits).matches() ? Integer.parseInt(digits) : 0;
        if (length < 1 || length > bits) {
            throw new InvalidValueException("'" + name + "' has " + Shown.quoted(word)
                    + "; expected a number from 1 to " + bits + " behind the '/'");
        }
        return length;
    }
}
