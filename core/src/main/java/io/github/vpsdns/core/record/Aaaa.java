// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.record;

import io.github.vpsdns.core.InvalidValueException;
import java.net.Inet6Address;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An IPv6 address (RFC 3596), compared by its bytes and printed by RFC 5952.
 *
 * @param address the address, without scope, not IPv4-mapped
 */
public record Aaaa(Inet6Address address) implements RecordData {
    /**
     * Drops the scope.
     *
     * @throws InvalidValueException if it is an IPv4-mapped address, which belongs in an A record
     */
    public Aaaa {
        address = AddressText.unscoped(address);
    }

    /**
     * Reads any notation of RFC 4291 section 2.2.
     *
     * @param text such as {@code 2001:db8::1}; never looked up
     * @return the value
     * @throws InvalidValueException if it is anything else, has a scope, or is an IPv4-mapped address
     */
    public static Aaaa of(String text) {
        return new Aaaa(AddressText.ipv6(text));
    }

    @Override
    public RecordType type() {
        return RecordType.AAAA;
    }

    @Override
    public String value() {
        return AddressText.rfc5952(address);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Aaaa that && Arrays.equals(address.getAddress(), that.address.getAddress());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(address.getAddress());
    }

    @Override
    public String toString() {
        return "AAAA " + value();
    }
}
