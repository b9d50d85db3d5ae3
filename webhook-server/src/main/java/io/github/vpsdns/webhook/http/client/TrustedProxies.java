// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.http.client;

import io.github.vpsdns.core.address.Network;
import java.net.InetAddress;
import java.util.List;

/** Whose word about the client's address is taken. Thread-safe: a change counts from the next look on. */
public final class TrustedProxies {
    private volatile List<Network> networks;

    /**
     * Trusts some.
     *
     * @param networks their addresses; may be none
     */
    public TrustedProxies(List<Network> networks) {
        this.networks = List.copyOf(networks);
    }

    /**
     * Trusts others instead.
     *
     * @param others their addresses; may be none
     */
    public void replace(List<Network> others) {
        networks = List.copyOf(others);
    }

    /**
     * Tells whether an address is that of a trusted proxy.
     *
     * @param address any address
     * @return whether it is in one of the networks
     */
    public boolean has(InetAddress address) {
        for (Network network : networks) {
            if (network.contains(address)) {
                return true;
            }
        }
        return false;
    }
}
