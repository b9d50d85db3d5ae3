// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.whoami;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A name server on loopback, down to its bytes, that answers whatever a test wants. */
final class FakeWhoami implements AutoCloseable {
    static final int A = 1;
    static final int TXT = 16;
    static final int AAAA = 28;
    static final int IN = 1;
    static final int CH = 3;

    private static final int HEADER = 12;

    private final DatagramSocket udp;
    private final ServerSocket tcp;
    private final Script script;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    /** One question. */
    record Asked(String name, int type, int dclass, boolean overTcp, InetAddress from) {}

    /** The data of one record of the answer. */
    static final class Value {
        private final int type;
        private final int dclass;
        private final byte[] data;

        private Value(int type, int dclass, byte[] data) {
            this.type = type;
            this.dclass = dclass;
            this.data = data;
        }

        static Value text(int dclass, String... strings) {
            ByteArrayOutputStream data = new ByteArrayOutputStream();
            for (String string : strings) {
                byte[] bytes = string.getBytes(StandardCharsets.ISO_8859_1);
                data.write(bytes.length);
                data.writeBytes(bytes);
            }
            return new Value(TXT, dclass, data.toByteArray());
        }

        static Value address(InetAddress address) {
            return bytes(address.getAddress());
        }

        static Value bytes(byte[] address) {
            return new Value(address.length == 4 ? A : AAAA, IN, address);
        }
    }

    /** What comes back: its response code, whether it is cut short or authoritative, and its records. */
    record Answer(int rcode, boolean truncated, boolean authoritative, List<Value> values) {
        Answer(int rcode, boolean truncated, List<Value> values) {
            this(rcode, truncated, false, values);
        }

        static Answer of(Value... values) {
            return new Answer(0, false, List.of(values));
        }

        static Answer ofOwn(Value... values) {
            return new Answer(0, false, true, List.of(values));
        }
    }

    /** How to answer. */
    interface Script {
        Answer answer(Asked asked);
    }

    private FakeWhoami(DatagramSocket udp, ServerSocket tcp, Script script) {
        this.udp = udp;
        this.tcp = tcp;
        this.script = script;
    }

    static FakeWhoami start(InetAddress address, Script script) {
        try {
            for (int attempt = 0; ; attempt++) {
                DatagramSocket udp = new DatagramSocket(new InetSocketAddress(address, 0));
                try {
                    FakeWhoami server = new FakeWhoami(udp, new ServerSocket(udp.getLocalPort(), 50, address), script);
                    server.daemon(server::serveUdp);
                    server.daemon(server::serveTcp);
                    return server;
                } catch (IOException e) {
                    udp.close();
                    if (attempt == 20) {
                        throw e;
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    InetSocketAddress address() {
        return new InetSocketAddress(udp.getLocalAddress(), udp.getLocalPort());
    }

    List<Asked> asked() {
        return asked;
    }

    private void serveUdp() throws IOException {
        byte[] buffer = new byte[4096];
        while (true) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            udp.receive(packet);
            byte[] reply = reply(Arrays.copyOf(buffer, packet.getLength()), false, packet.getAddress());
            udp.send(new DatagramPacket(reply, reply.length, packet.getSocketAddress()));
        }
    }

    private void serveTcp() throws IOException {
        while (true) {
            try (Socket socket = tcp.accept()) {
                DataInputStream in = new DataInputStream(socket.getInputStream());
                byte[] reply = reply(in.readNBytes(in.readUnsignedShort()), true, socket.getInetAddress());
                DataOutputStream out = new DataOutputStream(socket.getOutputStream());
                out.writeShort(reply.length);
                out.write(reply);
            }
        }
    }

    /** The question again (RFC 1035 section 4.1), then the records, whose names point to that in the question. */
    private byte[] reply(byte[] query, boolean overTcp, InetAddress from) {
        StringBuilder name = new StringBuilder();
        int at = HEADER;
        for (; query[at] != 0; at += query[at] + 1) {
            name.append(name.isEmpty() ? "" : ".")
                    .append(new String(query, at + 1, query[at], StandardCharsets.US_ASCII));
        }
        ByteBuffer asks = ByteBuffer.wrap(query, at + 1, 4);
        Asked question = new Asked(name.toString(), asks.getShort(), asks.getShort(), overTcp, from);
        asked.add(question);
        Answer answer = script.answer(question);
        ByteBuffer reply = ByteBuffer.allocate(4096);
        int flags = (answer.authoritative() ? 0x8400 : 0x8180) | (answer.truncated() ? 0x0200 : 0);
        reply.put(query, 0, 2).putShort((short) (flags | answer.rcode()));
        reply.putShort((short) 1).putShort((short) answer.values().size()).putInt(0);
        reply.put(query, HEADER, at + 5 - HEADER);
        for (Value value : answer.values()) {
            reply.putShort((short) 0xc00c).putShort((short) value.type).putShort((short) value.dclass);
            reply.putInt(0).putShort((short) value.data.length).put(value.data);
        }
        return Arrays.copyOf(reply.array(), reply.position());
    }

    private interface Loop {
        void run() throws IOException;
    }

    private void daemon(Loop loop) {
        Thread thread = new Thread(
                () -> {
                    try {
                        loop.run();
                    } catch (IOException e) {
                        // The socket was closed at the end of the test.
                    }
                },
                "fake-whoami");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        udp.close();
        try {
            tcp.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
