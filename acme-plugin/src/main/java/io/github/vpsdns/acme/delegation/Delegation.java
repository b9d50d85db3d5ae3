// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.delegation;

import io.github.vpsdns.core.name.DomainName;

/**
 * What to do when the challenge name is, or should be taken to be, an alias of a name elsewhere.
 *
 * <p>A CA follows CNAME records from the challenge name (RFC 8555 section 8.4), so a name whose own zone cannot be written may
 * delegate only its challenges to a zone that can.
 */
public sealed interface Delegation {
    /** Looks for CNAME records at the authoritative servers and follows them, at most eight; the default. */
    record Follow() implements Delegation {}

    /**
     * Puts every value at the given name, without looking whether a CNAME leads there.
     *
     * @param target the full name where values go
     */
    record Alias(DomainName target) implements Delegation {}

    /** Puts values at the challenge name itself, whatever is there. */
    record Off() implements Delegation {}
}
