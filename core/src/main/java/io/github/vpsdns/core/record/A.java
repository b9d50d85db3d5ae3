// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.record;

import io.github.vpsdns.core.InvalidValueException;
import java.net.Inet4Address;

/**
 * An IPv4 address (RFC 1035 section 3.4.1).
 *
 * @param address the address
 */
public record A(Inet4Address address) implements RecordData {
    /**
     * Reads dotted decimal notation, four numbers without leading zeros.
     *
     * @param text such as {@code 192.0.2.1}; never looked up
     * @return the value
     * @throws InvalidValueException if it is anything else
     */
    public static A of(String text) {
        return new A(AddressText.ipv4(text));
    }

    @Override
    public RecordType type() {
        return RecordType.A;
    }

    @Override
    public String value() {
        return address.getHostAddress();
    }

    @Override
    public String toString() {
        return "A " + value();
    }
}
