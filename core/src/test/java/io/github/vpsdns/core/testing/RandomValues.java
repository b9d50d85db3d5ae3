// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.testing;

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
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Values for property tests; the same seed gives the same values. Not thread-safe. */
public final class RandomValues {
    private static final String LABEL = "abcdefghijklmnopqrstuvwxyz0123456789_";
    private static final List<String> TEXT = List.of(
            "a", "Z", "0", " ", "\"", "\\", ";", "=", "(", "$", "'", "ä", "ß", "漢", "😀", "\\001", "\" \"", "x");

    private final SplittableRandom random;

    /** Begins a sequence. */
    public RandomValues(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Returns a number from 0 to below the bound. */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    /** Returns one of the choices. */
    public <T> T oneOf(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** Returns a name of one to five labels. */
    public DomainName name() {
        return DomainName.of(
                IntStream.rangeClosed(0, below(5)).mapToObj(this::label).collect(Collectors.joining(".")));
    }

    private String label(int position) {
        StringBuilder label = new StringBuilder();
        int length = position == 0 && below(10) == 0 ? 63 : 1 + below(12);
        while (label.length() < length) {
            boolean inside = !label.isEmpty() && label.length() < length - 1;
            label.append(inside && below(8) == 0 ? '-' : LABEL.charAt(below(LABEL.length())));
        }
        return label.toString();
    }

    /** Returns text of one to about 600 characters that a TXT record can hold. */
    public String text() {
        int pieces = below(4) == 0 ? 200 + below(400) : 1 + below(20);
        String text = IntStream.range(0, pieces)
                .mapToObj(i -> oneOf(TEXT))
                .collect(Collectors.joining())
                .strip();
        if (below(10) == 0) {
            return '"' + text.replaceAll("[\\\\\"]", "") + '"';
        }
        return text.isEmpty() ? "empty" : text;
    }

    /** Returns data of the type, one of those that the API documents. */
    public RecordData data(RecordType type) {
        return switch (type.name()) {
            case "A" -> new A((Inet4Address) address(4));
            case "AAAA" -> new Aaaa((Inet6Address) address(16));
            case "CNAME" -> new Cname(name());
            case "NS" -> new Ns(name());
            case "MX" -> new Mx(below(65536), nameOrRoot());
            case "SRV" -> new Srv(below(65536), below(65536), below(65536), nameOrRoot());
            case "TXT" -> new Txt(text());
            case "CAA" -> new Caa(below(256), oneOf(List.of("issue", "issuewild", "iodef", "x1")), property());
            default -> throw new IllegalArgumentException(type.name());
        };
    }

    private DomainName nameOrRoot() {
        return below(10) == 0 ? DomainName.ROOT : name();
    }

    private String property() {
        return IntStream.range(0, below(40))
                .mapToObj(i -> Character.toString(0x20 + below(0x5f)))
                .collect(Collectors.joining());
    }

    private InetAddress address(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = below(2) == 0 ? 0 : (byte) below(256);
        }
        if (length == 16) {
            bytes[0] = 0x20;
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
