// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.http;

import io.github.vpsdns.webhook.http.client.ClientAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/** The address in what Jetty says about the other end of a connection. */
final class PeerAddress {
    private PeerAddress() {}

    /** Returns the address; the unspecified one if there is none, as of a connection that is gone, which nobody trusts. */
    static InetAddress of(@Nullable SocketAddress socket) {
        return socket instanceof InetSocketAddress internet && internet.getAddress() != null
                ? ClientAddress.plain(internet.getAddress())
                : new InetSocketAddress(0).getAddress();
    }
}
