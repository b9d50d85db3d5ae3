// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.local;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.ddns.source.SourceException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The interfaces as {@link NetworkInterface} tells them. Those without any address it does not. */
final class JavaLinks implements Links {
    private final Map<String, NetworkInterface> interfaces = new LinkedHashMap<>();

    /**
     * Lists the interfaces.
     *
     * @throws SourceException if the operating system does not tell them
     */
    JavaLinks() {
        try {
            NetworkInterface.networkInterfaces().forEach(link -> interfaces.put(link.getName(), link));
        } catch (SocketException e) {
            throw new SourceException("the network interfaces cannot be listed: " + e.getMessage(), e);
        }
    }

    @Override
    public List<LocalAddress> addresses(Family family) {
        List<LocalAddress> addresses = new ArrayList<>();
        for (NetworkInterface link : interfaces.values()) {
            for (InterfaceAddress one : link.getInterfaceAddresses()) {
                if (Family.of(one.getAddress()) == family) {
                    addresses.add(LocalAddress.of(
                            withoutScope(one.getAddress()), link.getName(), one.getNetworkPrefixLength()));
                }
            }
        }
        // Java puts each address that the kernel tells before those that it has.
        Collections.reverse(addresses);
        return addresses;
    }

    @Override
    public boolean isDown(String name) {
        NetworkInterface link = interfaces.get(name);
        try {
            return link != null && !link.isUp();
        } catch (SocketException e) {
            // It was there a moment ago.
            return true;
        }
    }

    @Override
    public boolean isLoopback(String name) {
        NetworkInterface link = interfaces.get(name);
        try {
            return link != null && link.isLoopback();
        } catch (SocketException e) {
            return false;
        }
    }

    @Override
    public List<String> names() {
        return interfaces.keySet().stream().sorted().toList();
    }

    private static InetAddress withoutScope(InetAddress address) {
        try {
            return address instanceof Inet6Address
                    ? Inet6Address.getByAddress(null, address.getAddress(), -1)
                    : address;
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of no known length", e);
        }
    }
}
