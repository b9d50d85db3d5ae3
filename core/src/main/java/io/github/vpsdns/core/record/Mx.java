// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.record;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.name.DomainName;
import java.util.OptionalInt;

/**
 * A mail exchange (RFC 1035 section 3.3.9).
 *
 * @param preference 0 to 65535; the lowest is tried first
 * @param exchange the mail server's name; the root says that no mail is accepted (RFC 7505)
 */
public record Mx(int preference, DomainName exchange) implements RecordData {
    /**
     * Checks the ranges.
     *
     * @throws InvalidValueException if the preference is out of range or the name is a wildcard
     */
    public Mx {
        HostNames.requirePort(preference, "MX priority");
        HostNames.requireOrRoot(exchange, "MX");
    }

    @Override
    public RecordType type() {
        return RecordType.MX;
    }

    @Override
    public String value() {
        return exchange.toString();
    }

    @Override
    public OptionalInt priority() {
        return OptionalInt.of(preference);
    }

    @Override
    public String toString() {
        return "MX " + preference + " " + value();
    }
}
