// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.store;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.name.DomainName;

/**
 * One set of records.
 *
 * @param host the full name
 * @param family which of its addresses
 */
public record HostKey(DomainName host, Family family) {
    @Override
    public String toString() {
        return host + " " + family;
    }
}
