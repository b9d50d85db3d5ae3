// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.upnp;

import io.github.vpsdns.core.time.Deadline;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A search under way (UPnP Device Architecture 1.1 section 1.3): its sockets, one for each path, and the answers that came and
 * were not taken yet. For one thread.
 */
final class Ssdp implements AutoCloseable {
    /** Whoever floods us is not listened to for ever, and does not crowd out the default route's router. */
    private static final int MOST_ANSWERS = 32;

    private static final int DATAGRAM = 4096;
    /** Two hops, as section 1.3.2 recommends. */
    private static final int HOPS = 2;

    private final Selector selector;
    private final ByteBuffer buffer = ByteBuffer.allocate(DATAGRAM);
    private final Surroundings surroundings;
    private final Set<SearchAnswer> seen = new HashSet<>();
    private final Set<SearchAnswer> seenOfGateways = new HashSet<>();
    private final Queue<SearchAnswer> waiting = new ArrayDeque<>();

    private Ssdp(Surroundings surroundings, Selector selector) {
        this.surroundings = surroundings;
        this.selector = selector;
    }

    static Ssdp open(Surroundings surroundings) throws IOException {
        Ssdp ssdp = new Ssdp(surroundings, Selector.open());
        try {
            for (Surroundings.Path path : surroundings.paths()) {
                ssdp.add(path);
            }
            return ssdp;
        } catch (IOException e) {
            ssdp.close();
            throw e;
        }
    }

    private void add(Surroundings.Path path) throws IOException {
        DatagramChannel channel = DatagramChannel.open(StandardProtocolFamily.INET);
        try {
            channel.configureBlocking(false);
            channel.bind(new InetSocketAddress(path.from(), 0));
            if (path.out() != null) {
                channel.setOption(StandardSocketOptions.IP_MULTICAST_IF, path.out());
                channel.setOption(StandardSocketOptions.IP_MULTICAST_TTL, HOPS);
            }
            channel.register(selector, SelectionKey.OP_READ, path);
        } catch (IOException e) {
            // An address may go between being listed and being used; the others are as good.
            channel.close();
        }
    }

    /** Sends every question on every path. Datagrams get lost: a search asks more than once. */
    void ask() {
        for (SelectionKey key : selector.keys()) {
            Surroundings.Path path = (Surroundings.Path) key.attachment();
            for (byte[] message : SearchMessage.all(path.to())) {
                try {
                    ((DatagramChannel) key.channel()).send(ByteBuffer.wrap(message), path.to());
                } catch (IOException e) {
                    // No route there now, or nobody listens there: the silence says as much.
                    break;
                }
            }
        }
    }

    /** Returns the next answer that was not seen before, null when the time is over or the thread is interrupted. */
    @Nullable
    SearchAnswer next(Deadline until) throws IOException {
        while (waiting.isEmpty() && !until.expired() && !Thread.currentThread().isInterrupted()) {
            selector.select(Math.max(1, until.remaining().toMillis()));
            for (SelectionKey key : selector.selectedKeys()) {
                receive((DatagramChannel) key.channel());
            }
            selector.selectedKeys().clear();
        }
        return waiting.poll();
    }

    private void receive(DatagramChannel channel) {
        try {
            InetSocketAddress from = receiveOne(channel);
            // Counted, so that a flood cannot keep this from looking at the clock.
            for (int i = 0; i < MOST_ANSWERS && from != null; i++) {
                SearchAnswer.of(buffer.array(), buffer.position(), from.getAddress())
                        .filter(this::isNew)
                        .ifPresent(waiting::add);
                from = receiveOne(channel);
            }
        } catch (IOException e) {
            // The socket is closed by an interrupt, which the caller sees; or an earlier datagram was refused.
        }
    }

    private boolean isNew(SearchAnswer answer) {
        Set<SearchAnswer> alike = surroundings.gateways().contains(answer.from()) ? seenOfGateways : seen;
        return surroundings.isNear(answer.from()) && alike.size() < MOST_ANSWERS && alike.add(answer);
    }

    private @Nullable InetSocketAddress receiveOne(DatagramChannel channel) throws IOException {
        buffer.clear();
        return (InetSocketAddress) channel.receive(buffer);
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}
