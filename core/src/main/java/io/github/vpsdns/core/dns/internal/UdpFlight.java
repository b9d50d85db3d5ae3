// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.dns.internal;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import org.jspecify.annotations.Nullable;

/**
 * A datagram each way. The socket is connected, so that the kernel drops what comes from elsewhere and reports a closed port,
 * and used for one question only, so that its port is as hard to guess as the message's number (RFC 5452 section 9.2).
 */
final class UdpFlight implements Flight {
    private final DatagramChannel channel;
    private final byte[] query;

    private UdpFlight(DatagramChannel channel, byte[] query) {
        this.channel = channel;
        this.query = query;
    }

    static UdpFlight start(InetSocketAddress server, byte[] query, Selector selector, Object attachment)
            throws IOException {
        UdpFlight flight = new UdpFlight(DatagramChannel.open(), query);
        try {
            flight.channel.configureBlocking(false);
            flight.channel.connect(server);
            flight.channel.register(selector, SelectionKey.OP_READ, attachment);
            flight.resend();
            return flight;
        } catch (IOException | RuntimeException e) {
            flight.close();
            throw e;
        }
    }

    @Override
    public byte @Nullable [] advance(ByteBuffer scratch) throws IOException {
        scratch.clear();
        if (channel.read(scratch) <= 0) {
            return null;
        }
        byte[] message = new byte[scratch.flip().remaining()];
        scratch.get(message);
        return message;
    }

    @Override
    public void resend() throws IOException {
        // A full send buffer drops the datagram, as the network may: the next resend or question makes up for it.
        channel.write(ByteBuffer.wrap(query));
    }

    @Override
    public void close() {
        Closing.quietly(channel);
    }
}
