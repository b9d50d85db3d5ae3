// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.dns;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A UDP and a TCP socket on one port and the threads that read them. Closing the sockets ends the threads; nothing else is
 * needed to stop them.
 */
final class DnsSockets {
    private static final Logger log = LoggerFactory.getLogger(DnsSockets.class);
    private static final int ATTEMPTS = 20;
    private static final int BACKLOG = 128;
    private static final int IDLE_MILLIS = 10_000;
    private static final int CLOSE_SECONDS = 5;

    private final DatagramSocket udp;
    private final ServerSocket tcp;
    private final Responder responder;
    private final Clock clock;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads;

    private DnsSockets(DatagramSocket udp, ServerSocket tcp, Responder responder, Clock clock) {
        this.udp = udp;
        this.tcp = tcp;
        this.responder = responder;
        this.clock = clock;
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "sandbox-dns-" + udp.getLocalPort());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Opens both sockets; port 0 means one that is free for UDP and TCP. */
    static DnsSockets open(InetSocketAddress at, Responder responder, Clock clock) {
        for (int attempt = 1; ; attempt++) {
            try {
                DnsSockets sockets = bind(at, responder, clock);
                sockets.threads.execute(sockets::serveUdp);
                sockets.threads.execute(sockets::serveTcp);
                return sockets;
            } catch (BindException e) {
                // A port that UDP got may be taken for TCP: another one, if we are free to choose.
                if (at.getPort() != 0 || attempt == ATTEMPTS) {
                    throw new UncheckedIOException("Cannot listen for DNS at " + at + "; is the port in use?", e);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot listen for DNS at " + at + ".", e);
            }
        }
    }

    private static DnsSockets bind(InetSocketAddress at, Responder responder, Clock clock) throws IOException {
        DatagramSocket udp = new DatagramSocket(at);
        try {
            ServerSocket tcp = new ServerSocket(udp.getLocalPort(), BACKLOG, at.getAddress());
            return new DnsSockets(udp, tcp, responder, clock);
        } catch (IOException e) {
            udp.close();
            throw e;
        }
    }

    InetSocketAddress address() {
        return new InetSocketAddress(tcp.getInetAddress(), tcp.getLocalPort());
    }

    private void serveUdp() {
        byte[] buffer = new byte[65_535];
        while (!udp.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                udp.receive(packet);
                byte[] query = Arrays.copyOf(buffer, packet.getLength());
                Optional<byte[]> reply = responder.reply(query, false, clock.instant());
                if (reply.isPresent()) {
                    udp.send(new DatagramPacket(reply.get(), reply.get().length, packet.getSocketAddress()));
                }
            } catch (SocketException e) {
                log.debug("UDP socket: {}", e.getMessage());
            } catch (IOException | RuntimeException e) {
                log.warn("A DNS query over UDP failed.", e);
            }
        }
    }

    private void serveTcp() {
        while (!tcp.isClosed()) {
            try {
                Socket connection = tcp.accept();
                connections.add(connection);
                try {
                    threads.execute(() -> converse(connection));
                } catch (RejectedExecutionException e) {
                    connection.close();
                }
            } catch (IOException | RuntimeException e) {
                log.debug("TCP socket: {}", e.getMessage());
            }
        }
    }

    private void converse(Socket connection) {
        try (connection) {
            connection.setSoTimeout(IDLE_MILLIS);
            connection.setTcpNoDelay(true);
            DataInputStream in = new DataInputStream(connection.getInputStream());
            DataOutputStream out = new DataOutputStream(connection.getOutputStream());
            while (true) {
                byte[] query = in.readNBytes(in.readUnsignedShort());
                Optional<byte[]> reply = responder.reply(query, true, clock.instant());
                if (reply.isPresent()) {
                    out.write(framed(reply.get()));
                }
            }
        } catch (EOFException | SocketException | SocketTimeoutException e) {
            log.debug("DNS over TCP ended: {}", e.getMessage());
        } catch (IOException | RuntimeException e) {
            log.warn("A DNS query over TCP failed.", e);
        } finally {
            connections.remove(connection);
        }
    }

    /** Length and message in one write, so that they leave in one segment (RFC 7766 section 8). */
    private static byte[] framed(byte[] message) {
        byte[] framed = new byte[message.length + 2];
        framed[0] = (byte) (message.length >> 8);
        framed[1] = (byte) message.length;
        System.arraycopy(message, 0, framed, 2, message.length);
        return framed;
    }

    /** Returns when the threads have ended: until then the system may hold on to the ports. */
    void close() {
        threads.shutdown();
        udp.close();
        try {
            tcp.close();
            for (Socket connection : connections) {
                connection.close();
            }
            if (!threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                log.warn("A name server's threads did not end: address={}", address());
            }
        } catch (IOException e) {
            log.debug("Closing: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
