// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.zonefile.internal;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.name.DomainName;
import java.io.ByteArrayOutputStream;

/** Names as zone files write them: {@code @}, relative to the origin, or full with a dot at the end. */
public final class FileNames {
    private FileNames() {}

    public static DomainName read(Word word, DomainName origin) {
        if (word.quoted()) {
            throw new InvalidValueException(word.shown() + " is in quotes; expected a domain name without");
        }
        if (word.text().equals("@")) {
            return origin;
        }
        String text = plain(word);
        if (text.endsWith(".")) {
            return DomainName.of(text);
        }
        return DomainName.of(origin.isRoot() ? text : text + "." + origin);
    }

    /** A label may hold any byte in DNS, but hosts and what the API takes are made of few; a dot in one would look like two. */
    private static String plain(Word word) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Escapes.undo(word, (octet, escaped) -> {
            if (escaped && octet == '.') {
                throw new InvalidValueException(
                        word.shown() + " has a dot inside a label ('\\.'), which the API cannot keep");
            }
            bytes.write(octet);
        });
        return Escapes.utf8(bytes.toByteArray(), "the name " + word.shown());
    }
}
