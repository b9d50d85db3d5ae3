// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.zonefile;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.name.DomainName;
import java.time.Duration;

/**
 * The record at the top of a zone file (RFC 1035 section 3.3.13), which servers want to see and the API does not show.
 *
 * @param primary the zone's first name server
 * @param mailbox where the zone's keeper gets mail, with a dot for the {@code @}
 * @param serial rises with each version, 0 to 4294967295
 * @param refresh how often secondaries look for a newer version
 * @param retry how soon they look again when that failed
 * @param expire how long they serve the zone without having seen its primary
 * @param negative how long the absence of a record may be cached (RFC 2308 section 4)
 */
public record StartOfAuthority(
        DomainName primary,
        DomainName mailbox,
        long serial,
        Duration refresh,
        Duration retry,
        Duration expire,
        Duration negative) {
    /**
     * Checks the ranges.
     *
     * @throws InvalidValueException if the serial or a time does not fit into its field
     */
    public StartOfAuthority {
        if (serial < 0 || serial > 0xffff_ffffL) {
            throw new InvalidValueException("a serial of " + serial + " is refused; expected 0 to 4294967295");
        }
        require(refresh);
        require(retry);
        require(expire);
        require(negative);
    }

    private static void require(Duration time) {
        if (time.isNegative() || time.toSeconds() > Integer.MAX_VALUE) {
            throw new InvalidValueException("a time of " + time + " is refused; expected 0 to 2147483647 seconds");
        }
    }

    String text() {
        return primary.absolute() + " " + mailbox.absolute() + " " + serial + " " + refresh.toSeconds() + " "
                + retry.toSeconds() + " " + expire.toSeconds() + " " + negative.toSeconds();
    }
}
