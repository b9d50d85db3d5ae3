// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.auth;

import io.github.vpsdns.core.address.Network;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/** The last places from which an account has logged in. Thread-safe; asking waits for nobody. */
final class Familiar {
    private static final int MOST = 8;

    private volatile List<Network> origins = List.of();
    private volatile List<Network> neighbourhoods = List.of();

    void met(InetAddress client) {
        Network origin = Origins.of(client);
        List<Network> known = origins;
        if (known.isEmpty() || !known.get(0).equals(origin)) {
            remember(origin, Origins.around(client));
        }
    }

    private synchronized void remember(Network origin, Network neighbourhood) {
        origins = first(origin, origins);
        neighbourhoods = first(neighbourhood, neighbourhoods);
    }

    private static List<Network> first(Network place, List<Network> others) {
        return Stream.concat(Stream.of(place), others.stream().filter(other -> !other.equals(place)))
                .limit(MOST)
                .toList();
    }

    boolean knows(Network origin) {
        return origins.contains(origin);
    }

    /** Where failures of the account count that come from there. */
    Pot pot(String name, InetAddress client) {
        Network origin = Origins.of(client);
        if (knows(origin)) {
            return new Pot.OfAccount(name, origin);
        }
        Network around = Origins.around(client);
        return new Pot.OfAccount(name, neighbourhoods.contains(around) ? around : null);
    }
}
