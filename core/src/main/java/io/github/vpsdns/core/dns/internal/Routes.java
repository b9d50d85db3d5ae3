// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.dns.internal;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;

/** Whether this host knows a way to an address at all, as hosts without IPv6 do not for IPv6 addresses. */
public final class Routes {
    private Routes() {}

    /** Asks the kernel's routing table by connecting a datagram socket, which sends nothing. */
    public static boolean hasRoute(InetSocketAddress address) {
        try (DatagramChannel channel = DatagramChannel.open()) {
            channel.connect(address);
            return true;
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
