// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.record;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.name.DomainName;

/**
 * A canonical name (RFC 1035 section 3.3.1).
 *
 * @param target the name that this one stands for, no wildcard
 */
public record Cname(DomainName target) implements RecordData {
    /**
     * Checks the name.
     *
     * @throws InvalidValueException if it is a wildcard or the root
     */
    public Cname {
        HostNames.require(target, "CNAME");
    }

    @Override
    public RecordType type() {
        return RecordType.CNAME;
    }

    @Override
    public String value() {
        return target.toString();
    }

    @Override
    public String toString() {
        return "CNAME " + value();
    }
}
