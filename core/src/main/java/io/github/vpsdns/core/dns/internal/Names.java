// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.dns.internal;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.name.DomainName;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Name;
import org.xbill.DNS.TextParseException;

/** Names in our form and on the wire. */
public final class Names {
    private Names() {}

    public static Name wire(DomainName name) {
        try {
            return Name.fromString(name.absolute());
        } catch (TextParseException e) {
            throw new IllegalArgumentException("'" + name + "' cannot be sent", e);
        }
    }

    /** Reads a name; those with bytes that no host or challenge name has give {@code null}. */
    public static @Nullable DomainName read(Name name) {
        try {
            return DomainName.of(name.toString());
        } catch (InvalidValueException e) {
            return null;
        }
    }
}
