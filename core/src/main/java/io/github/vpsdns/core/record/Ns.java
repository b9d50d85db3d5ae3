// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.record;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.name.DomainName;

/**
 * A name server (RFC 1035 section 3.3.11).
 *
 * @param host the name server's name, no wildcard
 */
public record Ns(DomainName host) implements RecordData {
    /**
     * Checks the name.
     *
     * @throws InvalidValueException if it is a wildcard or the root
     */
    public Ns {
        HostNames.require(host, "NS");
    }

    @Override
    public RecordType type() {
        return RecordType.NS;
    }

    @Override
    public String value() {
        return host.toString();
    }

    @Override
    public String toString() {
        return "NS " + value();
    }
}
