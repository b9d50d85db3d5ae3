// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.broker.account;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.address.Network;
import java.util.ArrayList;
import java.util.List;

/** Networks as acme-dns clients write them: {@code 192.0.2.1/24} or {@code [2001:db8::]/32}, whatever is behind the prefix. */
public final class AllowFrom {
    private static final int MOST = 100;

    private AllowFrom() {}

    /**
     * Reads a list.
     *
     * @param entries the networks as written, at most 100
     * @return the networks, without what is behind their prefixes
     * @throws InvalidValueException if something in it is no network
     */
    public static List<Network> read(List<String> entries) {
        List<Network> networks = new ArrayList<>();
        if (entries.size() > MOST) {
            throw new InvalidValueException("more than " + MOST + " networks");
        }
        for (String entry : entries) {
            networks.add(network(entry));
        }
        return List.copyOf(networks);
    }

    private static Network network(String text) {
        String plain = text.replace("[", "").replace("]", "");
        int slash = plain.indexOf('/');
        String length = plain.substring(slash + 1);
        if (slash < 0 || !length.matches("[0-9]{1,3}")) {
            throw new InvalidValueException("'" + text + "' is no network; expected an address, a '/' and a length");
        }
        Family family = plain.indexOf(':') < 0 ? Family.IPV4 : Family.IPV6;
        return new Network(family.parse(plain.substring(0, slash)), Integer.parseInt(length));
    }
}
