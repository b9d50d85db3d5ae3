// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.dns.internal;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** A message each way over a connection of its own, each with its length in front (RFC 7766 section 8). */
final class TcpFlight implements Flight {
    private final SocketChannel channel;
    private final SelectionKey key;
    private final ByteBuffer outgoing;
    private final ByteBuffer length = ByteBuffer.allocate(2);
    private @Nullable ByteBuffer body;

    private TcpFlight(SocketChannel channel, SelectionKey key, byte[] query) {
        this.channel = channel;
        this.key = key;
        // Written in one go, as some servers read the length and the message in one go (RFC 7766 section 8).
        this.outgoing = ByteBuffer.allocate(2 + query.length)
                .putShort((short) query.length)
                .put(query)
                .flip();
    }

    static TcpFlight start(InetSocketAddress server, byte[] query, Selector selector, Object attachment)
            throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            channel.configureBlocking(false);
            int awaited = channel.connect(server) ? SelectionKey.OP_WRITE : SelectionKey.OP_CONNECT;
            return new TcpFlight(channel, channel.register(selector, awaited, attachment), query);
        } catch (IOException | RuntimeException e) {
            Closing.quietly(channel);
            throw e;
        }
    }

    @Override
    public byte @Nullable [] advance(ByteBuffer scratch) throws IOException {
        if (key.isConnectable() && channel.finishConnect()) {
            key.interestOps(SelectionKey.OP_WRITE);
        }
        if (channel.isConnected() && outgoing.hasRemaining()) {
            channel.write(outgoing);
            if (!outgoing.hasRemaining()) {
                key.interestOps(SelectionKey.OP_READ);
            }
        }
        return key.isReadable() ? read() : null;
    }

    private byte @Nullable [] read() throws IOException {
        if (body == null) {
            if (!filled(length)) {
                return null;
            }
            body = ByteBuffer.allocate(Short.toUnsignedInt(length.flip().getShort()));
        }
        return filled(body) ? body.array() : null;
    }

    private boolean filled(ByteBuffer buffer) throws IOException {
        if (buffer.hasRemaining() && channel.read(buffer) < 0) {
            throw new EOFException("connection closed in the middle of the answer");
        }
        return !buffer.hasRemaining();
    }

    @Override
    public void resend() {
        // TCP repeats what is lost by itself.
    }

    @Override
    public void close() {
        Closing.quietly(channel);
    }
}
