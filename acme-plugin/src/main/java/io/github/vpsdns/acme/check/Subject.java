// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.check;

import io.github.vpsdns.core.name.DomainName;

/** What a finding is about. Findings about one subject come one after the other. */
public sealed interface Subject {
    /** The account, and the token for it. */
    record Account() implements Subject {}

    /**
     * A zone of the account.
     *
     * @param domain its name
     */
    record OfZone(DomainName domain) implements Subject {}

    /**
     * A name that a certificate is wanted for.
     *
     * @param name the name, without {@code *.}
     */
    record Name(DomainName name) implements Subject {}
}
