// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.record;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.name.DomainName;
import java.util.OptionalInt;

/**
 * The location of a service (RFC 2782).
 *
 * @param rank 0 to 65535, the RFC's priority; the lowest is tried first
 * @param weight 0 to 65535
 * @param port 0 to 65535
 * @param target the server's name; the root says that the service is not offered
 */
public record Srv(int rank, int weight, int port, DomainName target) implements RecordData {
    /**
     * Checks the ranges.
     *
     * @throws InvalidValueException if a number is out of range or the name is a wildcard
     */
    public Srv {
        HostNames.requirePort(rank, "SRV priority");
        HostNames.requirePort(weight, "SRV weight");
        HostNames.requirePort(port, "SRV port");
        HostNames.requireOrRoot(target, "SRV");
    }

    @Override
    public RecordType type() {
        return RecordType.SRV;
    }

    @Override
    public String value() {
        return weight + " " + port + " " + target;
    }

    @Override
    public OptionalInt priority() {
        return OptionalInt.of(rank);
    }

    @Override
    public String toString() {
        return "SRV " + rank + " " + value();
    }
}
