// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.dns;

import java.util.List;
import java.util.stream.IntStream;
import org.xbill.DNS.Name;
import org.xbill.DNS.TextParseException;

/** The names that the sandbox's zones give for their servers: {@code ns1.sandbox.test}, {@code ns2.sandbox.test} and so on. */
final class NameServerNames {
    /** A zone of the sandbox's own, so that the addresses of its name servers can be looked up as well. */
    static final Name ZONE = name("sandbox.test.");

    private NameServerNames() {}

    static List<Name> first(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> name("ns" + i + "." + ZONE))
                .toList();
    }

    /** A name that is known to be well-formed. */
    static Name name(String absolute) {
        try {
            return Name.fromString(absolute, Name.root);
        } catch (TextParseException e) {
            throw new IllegalArgumentException("'" + absolute + "' is not a domain name.", e);
        }
    }
}
