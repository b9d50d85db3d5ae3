// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.dns.internal;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.A;
import io.github.vpsdns.core.record.Aaaa;
import io.github.vpsdns.core.record.Caa;
import io.github.vpsdns.core.record.Cname;
import io.github.vpsdns.core.record.Mx;
import io.github.vpsdns.core.record.Ns;
import io.github.vpsdns.core.record.Opaque;
import io.github.vpsdns.core.record.RecordData;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.record.Srv;
import io.github.vpsdns.core.record.Txt;
import java.io.ByteArrayOutputStream;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CAARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** Records from the wire as our values; what does not fit its type here is kept opaque, as zone files would show it. */
public final class RecordReader {
    private RecordReader() {}

    public static RecordData read(Record record) {
        try {
            @Nullable RecordData known = known(record);
            if (known != null) {
                return known;
            }
        } catch (InvalidValueException | UnknownHostException | CharacterCodingException e) {
            // Legal in DNS, yet not a value that this library would ever write.
        }
        return new Opaque(RecordType.of(Type.string(record.getType())), record.rdataToString(), null);
    }

    private static @Nullable RecordData known(Record record) throws UnknownHostException, CharacterCodingException {
        if (record instanceof ARecord a
                && InetAddress.getByAddress(a.getAddress().getAddress()) instanceof Inet4Address ip) {
            return new A(ip);
        }
        if (record instanceof AAAARecord aaaa) {
            return new Aaaa(Inet6Address.getByAddress(null, bytes(aaaa), -1));
        }
        if (record instanceof TXTRecord txt) {
            return new Txt(text(txt));
        }
        if (record instanceof CNAMERecord cname) {
            return new Cname(name(cname.getTarget()));
        }
        if (record instanceof NSRecord ns) {
            return new Ns(name(ns.getTarget()));
        }
        if (record instanceof MXRecord mx) {
            return new Mx(mx.getPriority(), name(mx.getTarget()));
        }
        if (record instanceof SRVRecord srv) {
            return new Srv(srv.getPriority(), srv.getWeight(), srv.getPort(), name(srv.getTarget()));
        }
        if (record instanceof CAARecord caa) {
            return new Caa(caa.getFlags(), caa.getTag(), caa.getValue());
        }
        return null;
    }

    /** The JDK turns IPv4-mapped IPv6 addresses into IPv4 ones, so the record's own bytes are taken. */
    private static byte[] bytes(AAAARecord record) {
        return record.rdataToWireCanonical();
    }

    private static DomainName name(Name name) {
        return DomainName.of(name.toString());
    }

    private static String text(TXTRecord record) throws CharacterCodingException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        record.getStringsAsByteArrays().forEach(all::writeBytes);
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(all.toByteArray()))
                .toString();
    }
}
