// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.http;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SocketChannel;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.util.IO;

/**
 * Closes a connection at once if its address has enough of them. Thread-safe: all state is under the monitor, and nothing is done
 * there that takes time.
 */
final class AddressLimit implements SelectorManager.AcceptListener {
    private final int most;
    private final Predicate<InetAddress> exempt;
    private final Map<SelectableChannel, InetAddress> open = new HashMap<>();
    private final Map<InetAddress, Integer> counts = new HashMap<>();

    AddressLimit(int most, Predicate<InetAddress> exempt) {
        this.most = most;
        this.exempt = exempt;
    }

    @Override
    public void onAccepting(SelectableChannel channel) {
        InetAddress address = address(channel);
        if (!exempt.test(address) && !enter(channel, address)) {
            IO.close(channel);
        }
    }

    @Override
    public void onAcceptFailed(SelectableChannel channel, Throwable cause) {
        leave(channel);
    }

    @Override
    public void onClosed(SelectableChannel channel) {
        leave(channel);
    }

    private synchronized boolean enter(SelectableChannel channel, InetAddress address) {
        if (counts.getOrDefault(address, 0) >= most) {
            return false;
        }
        counts.merge(address, 1, Integer::sum);
        open.put(channel, address);
        return true;
    }

    private synchronized void leave(SelectableChannel channel) {
        InetAddress address = open.remove(channel);
        if (address != null) {
            counts.computeIfPresent(address, (any, count) -> count == 1 ? null : count - 1);
        }
    }

    private static InetAddress address(SelectableChannel channel) {
        try {
            return PeerAddress.of(channel instanceof SocketChannel socket ? socket.getRemoteAddress() : null);
        } catch (IOException e) {
            return PeerAddress.of(null);
        }
    }
}
