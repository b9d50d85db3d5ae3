// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.dyndns;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.webhook.update.HostOutcome;
import java.net.InetAddress;
import java.util.List;
import java.util.StringJoiner;

/**
 * One line of an answer.
 *
 * @param code what became of a host, or of all
 * @param addresses what its records say, IPv4 first; none if the code is no success or the records were removed
 */
record Line(ReturnCode code, List<InetAddress> addresses) {
    /** Said instead of addresses where the records were removed. */
    private static final String NO_ADDRESS = "offline";

    Line {
        addresses = List.copyOf(addresses);
    }

    static Line of(ReturnCode code) {
        return new Line(code, List.of());
    }

    static Line of(HostOutcome outcome) {
        if (outcome instanceof HostOutcome.Changed changed) {
            return new Line(ReturnCode.GOOD, changed.addresses());
        }
        if (outcome instanceof HostOutcome.Unchanged unchanged) {
            return new Line(ReturnCode.NOCHG, unchanged.addresses());
        }
        if (outcome instanceof HostOutcome.TooOften) {
            return of(ReturnCode.ABUSE);
        }
        if (outcome instanceof HostOutcome.NoZone) {
            return of(ReturnCode.NOHOST);
        }
        return of(outcome instanceof HostOutcome.Impossible ? ReturnCode.DNSERR : ReturnCode.TROUBLE);
    }

    /** The line as DynDNS2 has it, without its end. */
    String text() {
        if (!code.isSuccess()) {
            return code.word();
        }
        if (addresses.isEmpty()) {
            return code.word() + " " + NO_ADDRESS;
        }
        StringJoiner told = new StringJoiner(",", code.word() + " ", "");
        addresses.forEach(address -> told.add(Family.text(address)));
        return told.toString();
    }
}
