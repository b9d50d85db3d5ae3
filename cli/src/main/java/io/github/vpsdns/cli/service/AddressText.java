// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.service;

import io.github.vpsdns.core.address.Family;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Collectors;

/** Addresses as text. Stateless. */
public final class AddressText {
    /** A line with more of them is not read. */
    private static final int MOST_SHOWN = 8;

    private AddressText() {}

    /**
     * Returns addresses for people.
     *
     * @param addresses any
     * @return the first of them, separated by commas; {@code nothing} if there is none
     */
    public static String words(List<InetAddress> addresses) {
        if (addresses.isEmpty()) {
            return "nothing";
        }
        String shown = addresses.stream().limit(MOST_SHOWN).map(Family::text).collect(Collectors.joining(", "));
        int more = addresses.size() - MOST_SHOWN;
        return more > 0 ? shown + " and " + more + " more" : shown;
    }

    /**
     * Returns addresses for programs.
     *
     * @param addresses any
     * @return each for itself
     */
    public static List<String> list(List<InetAddress> addresses) {
        return addresses.stream().map(Family::text).toList();
    }
}
