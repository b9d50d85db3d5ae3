// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.verify;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.name.DomainName;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;

/** What became of a question to the authoritative servers. Immutable. */
public sealed interface Verification {
    /**
     * Returns whose records they are.
     *
     * @return the full name
     */
    DomainName name();

    /**
     * Returns of which family.
     *
     * @return A or AAAA
     */
    Family family();

    /**
     * Returns what was looked for.
     *
     * @return the addresses as they were given
     */
    List<InetAddress> addresses();

    /**
     * Every server has them, or each that does not has been silent for long.
     *
     * @param name whose records
     * @param family of which family
     * @param addresses what was looked for
     * @param took since the question was put
     */
    record Verified(DomainName name, Family family, List<InetAddress> addresses, Duration took)
            implements Verification {}

    /**
     * It could not be seen that every server has them; they may have them all the same.
     *
     * @param name whose records
     * @param family of which family
     * @param addresses what was looked for
     * @param reason why, one clause
     */
    record Unverified(DomainName name, Family family, List<InetAddress> addresses, String reason)
            implements Verification {}
}
