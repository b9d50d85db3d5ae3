// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.address;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.record.A;
import io.github.vpsdns.core.record.Aaaa;
import io.github.vpsdns.core.record.RecordData;
import io.github.vpsdns.core.record.RecordType;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/** The two kinds of IP addresses, each with the type of its records. */
public enum Family {
    /** RFC 791; its records are of type A. */
    IPV4("ipv4"),
    /** RFC 8200; its records are of type AAAA. */
    IPV6("ipv6");

    private final String word;

    Family(String word) {
        this.word = word;
    }

    /**
     * Returns the family of an address.
     *
     * @param address any address
     * @return its family
     */
    public static Family of(InetAddress address) {
        return address instanceof Inet4Address ? IPV4 : IPV6;
    }

    /**
     * Reads an address of this family; never asks a resolver.
     *
     * @param text dotted decimal, or an IPv6 literal without scope
     * @return the address
     * @throws InvalidValueException if it is anything else
     */
    public InetAddress parse(String text) {
        return this == IPV4 ? A.of(text).address() : Aaaa.of(text).address();
    }

    /**
     * Returns the type of this family's records.
     *
     * @return A or AAAA
     */
    public RecordType recordType() {
        return this == IPV4 ? RecordType.A : RecordType.AAAA;
    }

    /**
     * Returns what a record says that points to an address.
     *
     * @param address an address of any family
     * @return an A or AAAA value
     */
    public static RecordData data(InetAddress address) {
        return address instanceof Inet6Address six ? new Aaaa(six) : new A((Inet4Address) address);
    }

    /**
     * Returns an address as text in its canonical form (RFC 5952 for IPv6), without scope.
     *
     * @param address an address of any family
     * @return such as {@code 192.0.2.1} or {@code 2001:db8::1}
     */
    public static String text(InetAddress address) {
        return data(address).value();
    }

    /**
     * Returns the family's name in configurations.
     *
     * @return {@code ipv4} or {@code ipv6}
     */
    public String word() {
        return word;
    }

    /**
     * Returns the family's name for people.
     *
     * @return {@code IPv4} or {@code IPv6}
     */
    @Override
    public String toString() {
        return this == IPV4 ? "IPv4" : "IPv6";
    }
}
