// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.dns;

import io.github.vpsdns.core.record.A;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Type;

/** A name server on loopback that answers as a test says, over UDP and TCP, and remembers what it was asked. */
final class FakeNameServer implements AutoCloseable {
    private final DatagramSocket udp;
    private final ServerSocket tcp;
    private final List<Thread> threads = new ArrayList<>();
    private final InetSocketAddress address;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile Script script;
    private volatile UnaryOperator<byte[]> garbling = UnaryOperator.identity();

    /** What to answer. */
    @FunctionalInterface
    interface Script {
        /** Returns the packets to send back, in order; none to be silent. */
        List<Message> answer(Message query, Asked asked);
    }

    /** One question that came in. */
    record Asked(String name, String type, boolean overTcp, boolean edns, boolean recursive) {}

    private FakeNameServer(DatagramSocket udp, ServerSocket tcp, Script script) {
        this.udp = udp;
        this.address = new InetSocketAddress(udp.getLocalAddress(), udp.getLocalPort());
        this.tcp = tcp;
        this.script = script;
    }

    static FakeNameServer start(Script script) {
        return start("127.0.0.1", 0, script);
    }

    /** Starts at an address of one's choice; port 0 takes one that is free for both transports. */
    static FakeNameServer start(String ip, int port, Script script) {
        try {
            InetAddress address = A.of(ip).address();
            for (int attempt = 0; ; attempt++) {
                DatagramSocket udp = new DatagramSocket(new InetSocketAddress(address, port));
                try {
                    ServerSocket tcp = new ServerSocket(udp.getLocalPort(), 50, address);
                    FakeNameServer server = new FakeNameServer(udp, tcp, script);
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

    void behave(Script newScript) {
        script = newScript;
    }

    /** Changes the bytes of every answer. */
    void garble(UnaryOperator<byte[]> how) {
        garbling = how;
    }

    InetSocketAddress address() {
        return address;
    }

    List<Asked> asked() {
        return asked;
    }

    /** How often a name was asked for. */
    long asked(String name) {
        return asked.stream().filter(one -> one.name().equals(name)).count();
    }

    private List<Message> answer(byte[] wire, boolean overTcp) throws IOException {
        Message query = new Message(wire);
        Asked one = new Asked(
                query.getQuestion().getName().toString(true),
                Type.string(query.getQuestion().getType()),
                overTcp,
                query.getOPT() != null,
                query.getHeader().getFlag(Flags.RD));
        asked.add(one);
        return script.answer(query, one);
    }

    private void serveUdp() throws IOException {
        byte[] buffer = new byte[4096];
        while (true) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            udp.receive(packet);
            byte[] wire = Arrays.copyOf(packet.getData(), packet.getLength());
            for (Message message : answer(wire, false)) {
                byte[] bytes = garbling.apply(message.toWire());
                udp.send(new DatagramPacket(bytes, bytes.length, packet.getSocketAddress()));
            }
        }
    }

    private void serveTcp() throws IOException {
        while (true) {
            try (Socket socket = tcp.accept()) {
                DataInputStream in = new DataInputStream(socket.getInputStream());
                byte[] wire = in.readNBytes(in.readUnsignedShort());
                DataOutputStream out = new DataOutputStream(socket.getOutputStream());
                for (Message message : answer(wire, true)) {
                    byte[] bytes = garbling.apply(message.toWire());
                    // Split on purpose: a stream has no packets to rely on.
                    out.writeByte(bytes.length >> 8);
                    out.flush();
                    out.writeByte(bytes.length);
                    out.write(bytes, 0, bytes.length / 2);
                    out.flush();
                    out.write(bytes, bytes.length / 2, bytes.length - bytes.length / 2);
                }
            }
        }
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
                "fake-name-server");
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    @Override
    public void close() {
        udp.close();
        try {
            tcp.close();
            // The kernel keeps a port open for as long as a thread is in a call on it.
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
