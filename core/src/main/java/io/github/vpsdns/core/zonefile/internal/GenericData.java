// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.zonefile.internal;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.A;
import io.github.vpsdns.core.record.Aaaa;
import io.github.vpsdns.core.record.Caa;
import io.github.vpsdns.core.record.Cname;
import io.github.vpsdns.core.record.Mx;
import io.github.vpsdns.core.record.Ns;
import io.github.vpsdns.core.record.RecordData;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.record.Srv;
import io.github.vpsdns.core.record.Txt;
import java.io.ByteArrayOutputStream;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Data in the form that fits every type (RFC 3597 section 5), as older servers write CAA: {@code \# LENGTH HEX}.
 *
 * @param rest the bytes not read yet
 */
public record GenericData(ByteBuffer rest) {
    public static RecordData read(RecordType type, List<Word> words) {
        GenericData data = new GenericData(ByteBuffer.wrap(bytes(words)));
        try {
            RecordData value = data.value(type);
            if (data.rest.hasRemaining()) {
                throw wrong(type);
            }
            return value;
        } catch (BufferUnderflowException | UnknownHostException e) {
            throw wrong(type);
        }
    }

    private static byte[] bytes(List<Word> words) {
        String hex = words.stream().skip(1).map(Word::text).collect(Collectors.joining());
        try {
            byte[] bytes = HexFormat.of().parseHex(hex);
            if (!words.isEmpty() && words.get(0).is(Integer.toString(bytes.length))) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // Told below, like a length that is not that of the bytes.
        }
        throw new InvalidValueException(
                "the data after \\# is not whole; expected its length in bytes, then as many in hex");
    }

    private RecordData value(RecordType type) throws UnknownHostException {
        return switch (type.name()) {
            case "A" -> new A((Inet4Address) InetAddress.getByAddress(take(4)));
            // The JDK makes an IPv4 address of a mapped one; this way it stays what it is, and is refused.
            case "AAAA" -> new Aaaa(Inet6Address.getByAddress(null, take(16), -1));
            case "CNAME" -> new Cname(name());
            case "NS" -> new Ns(name());
            case "MX" -> new Mx(number(), name());
            case "SRV" -> new Srv(number(), number(), number(), name());
            case "TXT" -> new Txt(Escapes.utf8(strings(), "a TXT value"));
            case "CAA" -> caa();
            default -> throw new IllegalArgumentException(type.name());
        };
    }

    private RecordData caa() {
        int flags = octet();
        String tag = new String(take(octet()), StandardCharsets.ISO_8859_1);
        return new Caa(flags, tag, Escapes.utf8(take(rest.remaining()), "a CAA value"));
    }

    private byte[] strings() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        while (rest.hasRemaining()) {
            all.writeBytes(take(octet()));
        }
        return all.toByteArray();
    }

    /** A label is given on as the words of a file are, escaped where it could be taken for more than one. */
    private DomainName name() {
        StringBuilder text = new StringBuilder();
        for (int length = octet(); length > 0; length = octet()) {
            if (length > 63) {
                throw new BufferUnderflowException();
            }
            for (byte c : take(length)) {
                text.append(String.format("\\%03d", c & 0xff));
            }
            text.append('.');
        }
        return FileNames.read(new Word(text.isEmpty() ? "." : text.toString(), false), DomainName.ROOT);
    }

    private int octet() {
        return rest.get() & 0xff;
    }

    private int number() {
        return rest.getShort() & 0xffff;
    }

    private byte[] take(int count) {
        byte[] bytes = new byte[count];
        rest.get(bytes);
        return bytes;
    }

    private static InvalidValueException wrong(RecordType type) {
        return new InvalidValueException("the bytes after \\# are not a value of type " + type);
    }
}
