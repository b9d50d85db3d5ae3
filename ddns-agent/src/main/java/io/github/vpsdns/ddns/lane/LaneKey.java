// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.lane;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.name.DomainName;

/**
 * The records of one type at one name, which are looked after together.
 *
 * @param name whose
 * @param family which: A or AAAA
 */
public record LaneKey(DomainName name, Family family) {
    /** Returns such as {@code home.example.com A}. */
    @Override
    public String toString() {
        return name + " " + family.recordType();
    }
}
