// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.http;

import io.github.vpsdns.core.address.Network;
import java.net.InetAddress;
import java.util.List;

/** Whose word about the client's address is taken. Thread-safe: a change counts from the next look on. */
final class TrustedProxies {
    private volatile List<Network> networks;

    TrustedProxies(List<Network> networks) {
        this.networks = List.copyOf(networks);
    }

    void replace(List<Network> others) {
        networks = List.copyOf(others);
    }

    boolean has(InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }
}
