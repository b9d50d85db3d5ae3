// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.local;

import io.github.vpsdns.ddns.source.SourceException;
import java.net.Inet6Address;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code if_inet6} of proc(5): a line an address in no particular order, of address, interface index, prefix length, scope, flags
 * (all hexadecimal, an index may have more than two digits) and the interface's name. The flags are the lower eight of {@code
 * IFA_F_…} in linux/if_addr.h.
 */
final class Inet6Table {
    private static final Pattern LINE =
            Pattern.compile("([0-9a-f]{32}) [0-9a-f]{2,8} ([0-9a-f]{2}) [0-9a-f]{2} ([0-9a-f]{2,8}) +(\\S+)");

    private static final int TEMPORARY = 0x01;
    private static final int DAD_FAILED = 0x08;
    private static final int DEPRECATED = 0x20;
    private static final int TENTATIVE = 0x40;
    private static final int PERMANENT = 0x80;

    private Inet6Table() {}

    /**
     * Reads the table.
     *
     * @param table the whole text
     * @return the addresses in its order
     * @throws SourceException if any line is not as it should be, since then none can be trusted
     */
    static List<LocalAddress> parse(String table) {
        if (!table.isEmpty() && !table.endsWith("\n")) {
            throw Table.strange("if_inet6", table.substring(table.lastIndexOf('\n') + 1));
        }
        return table.lines().map(Inet6Table::parseLine).toList();
    }

    private static LocalAddress parseLine(String line) {
        Matcher found = LINE.matcher(line);
        if (!found.matches()) {
            throw Table.strange("if_inet6", line);
        }
        int prefixLength = HexFormat.fromHexDigits(found.group(2));
        if (prefixLength > 128) {
            throw Table.strange("if_inet6", line);
        }
        Inet6Address address = address(found.group(1));
        int flags = HexFormat.fromHexDigits(found.group(3));
        return new LocalAddress(
                address,
                found.group(4),
                prefixLength,
                (flags & PERMANENT) != 0,
                Flaw.ofKind(address).or(() -> Optional.ofNullable(flaw(flags))));
    }

    private static @Nullable Flaw flaw(int flags) {
        if ((flags & DAD_FAILED) != 0) {
            return Flaw.DUPLICATE;
        }
        if ((flags & TENTATIVE) != 0) {
            return Flaw.TENTATIVE;
        }
        // A temporary address is deprecated in the end; that it is temporary says more.
        if ((flags & TEMPORARY) != 0) {
            return Flaw.TEMPORARY;
        }
        return (flags & DEPRECATED) != 0 ? Flaw.DEPRECATED : null;
    }

    private static Inet6Address address(String digits) {
        try {
            // Not InetAddress.getByAddress, which would make an IPv4 address of a mapped one.
            return Inet6Address.getByAddress(null, HexFormat.of().parseHex(digits), -1);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of " + digits.length() + " digits", e);
        }
    }
}
