// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.record;

import io.github.vpsdns.core.InvalidValueException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** IP addresses from and to text, without ever asking a resolver. */
final class AddressText {
    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
    /**
     * What may stand in an IPv6 literal. The colon, and no dot in front, keep the JDK from taking the text for a host name
     * and looking it up; fields have one to four digits (RFC 4291 section 2.2), where the JDK takes more.
     */
    private static final Pattern IPV6 = Pattern.compile("(?=.*:)(?!.*[0-9a-fA-F]{5})[0-9a-fA-F:][0-9a-fA-F:.]{1,44}");

    private AddressText() {}

    static Inet4Address ipv4(String text) {
        if (IPV4.matcher(text).matches() && parse(text) instanceof Inet4Address address) {
            return address;
        }
        throw new InvalidValueException("'" + text + "' is not an IPv4 address; expected one such as 192.0.2.1");
    }

    static Inet6Address ipv6(String text) {
        if (IPV6.matcher(text).matches() && parse(text) instanceof Inet6Address address) {
            return address;
        }
        throw new InvalidValueException("'" + text
                + "' is not an IPv6 address; expected one such as 2001:db8::1, without scope and not IPv4-mapped");
    }

    static Inet6Address unscoped(Inet6Address address) {
        // The JDK makes an Inet4Address of the bytes of an IPv4-mapped address.
        if (ofBytes(address.getAddress()) instanceof Inet6Address plain) {
            return plain;
        }
        throw new InvalidValueException("'" + address.getHostAddress()
                + "' is an IPv4 address mapped into IPv6; expected an address such as 2001:db8::1");
    }

    private static InetAddress ofBytes(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of " + bytes.length + " bytes", e);
        }
    }

    private static @Nullable InetAddress parse(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            return null;
        }
    }

    /** RFC 5952 section 4: lower case, no leading zeros, the longest (first of equals) run of two or more zero fields as "::". */
    static String rfc5952(Inet6Address address) {
        byte[] bytes = address.getAddress();
        int[] fields = new int[8];
        for (int i = 0; i < 8; i++) {
            fields[i] = ((bytes[2 * i] & 0xff) << 8) | (bytes[2 * i + 1] & 0xff);
        }
        int from = -1;
        int length = 1;
        for (int i = 0; i < 8; i++) {
            int end = i;
            while (end < 8 && fields[end] == 0) {
                end++;
            }
            if (end - i > length) {
                from = i;
                length = end - i;
            }
        }
        StringBuilder text = new StringBuilder(39);
        for (int i = 0; i < 8; i++) {
            if (i == from) {
                text.append("::");
                i += length - 1;
            } else {
                if (text.length() > 0 && text.charAt(text.length() - 1) != ':') {
                    text.append(':');
                }
                text.append(Integer.toHexString(fields[i]));
            }
        }
        return text.toString();
    }
}
