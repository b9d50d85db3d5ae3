// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.record;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.name.DomainName;

/** What a record may point to. */
final class HostNames {
    private HostNames() {}

    static void require(DomainName host, String type) {
        requireOrRoot(host, type);
        if (host.isRoot()) {
            throw new InvalidValueException(type + " records cannot point to the root '.'; expected a host name");
        }
    }

    /** MX (RFC 7505) and SRV (RFC 2782) say "not offered here" by pointing to the root. */
    static void requireOrRoot(DomainName host, String type) {
        if (host.isWildcard()) {
            throw new InvalidValueException(
                    type + " records cannot point to the wildcard '" + host + "'; expected a host name");
        }
    }

    static int requirePort(int number, String what) {
        if (number < 0 || number > 65535) {
            throw new InvalidValueException(number + " is no " + what + "; expected 0 to 65535");
        }
        return number;
    }
}
