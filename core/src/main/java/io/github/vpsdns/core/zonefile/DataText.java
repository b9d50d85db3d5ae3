// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.zonefile;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.record.A;
import io.github.vpsdns.core.record.Aaaa;
import io.github.vpsdns.core.record.Caa;
import io.github.vpsdns.core.record.Cname;
import io.github.vpsdns.core.record.Mx;
import io.github.vpsdns.core.record.Ns;
import io.github.vpsdns.core.record.RecordData;
import io.github.vpsdns.core.record.Srv;
import io.github.vpsdns.core.record.Txt;
import io.github.vpsdns.core.zonefile.internal.Escapes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.StringJoiner;

/** Values as zone files write them: full names with their dot, text in quoted strings of at most 255 bytes, all ASCII. */
final class DataText {
    private static final int CHUNK = 255;

    private DataText() {}

    static String of(RecordData data) {
        if (data instanceof A || data instanceof Aaaa) {
            return data.value();
        }
        if (data instanceof Cname cname) {
            return cname.target().absolute();
        }
        if (data instanceof Ns ns) {
            return ns.host().absolute();
        }
        if (data instanceof Mx mx) {
            return mx.preference() + " " + mx.exchange().absolute();
        }
        if (data instanceof Srv srv) {
            return srv.rank() + " " + srv.weight() + " " + srv.port() + " "
                    + srv.target().absolute();
        }
        if (data instanceof Caa caa) {
            return caa.flags() + " " + caa.tag() + " " + quoted(caa.property().getBytes(StandardCharsets.US_ASCII));
        }
        if (data instanceof Txt txt) {
            return strings(txt.text().getBytes(StandardCharsets.UTF_8));
        }
        throw new InvalidValueException("a record '" + data + "' is not understood and therefore not written");
    }

    private static String strings(byte[] text) {
        StringJoiner strings = new StringJoiner(" ");
        for (int i = 0; i < text.length; i += CHUNK) {
            strings.add(quoted(Arrays.copyOfRange(text, i, Math.min(text.length, i + CHUNK))));
        }
        return strings.toString();
    }

    private static String quoted(byte[] string) {
        StringBuilder text = new StringBuilder(string.length + 2).append('"');
        for (byte octet : string) {
            if (octet == '"' || octet == '\\') {
                text.append('\\').append((char) octet);
            } else if (octet >= ' ' && octet <= '~') {
                text.append((char) octet);
            } else {
                Escapes.number(text, octet & 0xff);
            }
        }
        return text.append('"').toString();
    }
}
