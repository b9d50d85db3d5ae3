// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.dns;

import io.github.vpsdns.sandbox.state.SandboxZone;
import java.util.Locale;
import java.util.stream.Collectors;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Record;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/**
 * Writes a zone as a master file (RFC 1035 section 5).
 *
 * <p>Owners are relative to {@code $ORIGIN}, names in values are full with trailing dot, TXT values come in quoted strings
 * of at most 255 octets with quotes, backslashes and everything outside printable ASCII escaped. Stateless.
 */
public final class ZoneText {
    private ZoneText() {}

    /**
     * The zone with the SOA and NS records that the provider adds by itself.
     *
     * @param zone the zone
     * @param nameServers how many NS records to write: {@code ns1.sandbox.test} and so on; 1 or more
     * @return the text of a master file, in ASCII
     */
    public static String of(SandboxZone zone, int nameServers) {
        ZoneData data = ZoneData.of(zone, NameServerNames.first(nameServers));
        StringBuilder text = new StringBuilder(256);
        text.append("$ORIGIN ").append(data.origin()).append('\n');
        for (RRset set : data.all()) {
            for (Record one : set.rrs(false)) {
                line(text, one, data.origin());
            }
        }
        return text.toString();
    }

    private static void line(StringBuilder text, Record one, Name origin) {
        String owner = one.getName().equals(origin)
                ? "@"
                : one.getName().relativize(origin).toString();
        text.append(owner)
                .append(' ')
                .append(one.getTTL())
                .append(" IN ")
                .append(Type.string(one.getType()))
                .append(' ')
                .append(one instanceof TXTRecord txt ? quoted(txt) : one.rdataToString())
                .append('\n');
    }

    private static String quoted(TXTRecord txt) {
        return txt.getStringsAsByteArrays().stream().map(ZoneText::quoted).collect(Collectors.joining(" "));
    }

    /** A character string between quotes, everything but plain printable ASCII as {@code \DDD} (RFC 1035 section 5.1). */
    private static String quoted(byte[] string) {
        StringBuilder text = new StringBuilder(string.length + 2).append('"');
        for (byte octet : string) {
            if (octet == '"' || octet == '\\') {
                text.append('\\').append((char) octet);
            } else if (octet >= ' ' && octet <= '~') {
                text.append((char) octet);
            } else {
                text.append(String.format(Locale.ROOT, "\\%03d", octet & 0xff));
            }
        }
        return text.append('"').toString();
    }
}
