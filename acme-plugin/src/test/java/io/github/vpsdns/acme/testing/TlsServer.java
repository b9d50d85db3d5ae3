// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The plainest TLS server that Java can be: one context, one server socket, a thread a connection, one answer. */
public final class TlsServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TlsServer.class);
    private static final byte[] ANSWER =
            "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".getBytes(US_ASCII);

    private final SSLServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private TlsServer(SSLServerSocket socket) {
        this.socket = socket;
    }

    public static TlsServer start(SSLContext context) {
        return start(context, socket -> {});
    }

    public static TlsServer start(SSLContext context, Consumer<SSLServerSocket> setting) {
        try {
            var socket = (SSLServerSocket)
                    context.getServerSocketFactory().createServerSocket(0, 100, InetAddress.getLoopbackAddress());
            setting.accept(socket);
            TlsServer server = new TlsServer(socket);
            server.threads.execute(server::accept);
            return server;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public int port() {
        return socket.getLocalPort();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                SSLSocket connection = (SSLSocket) socket.accept();
                threads.execute(() -> answer(connection));
            } catch (IOException e) {
                LOG.debug("no more connections, or one that was gone at once", e);
            }
        }
    }

    /** A failure is the client's to notice: its connection ends without an answer. */
    private static void answer(SSLSocket connection) {
        try (connection;
                var in = new BufferedReader(new InputStreamReader(connection.getInputStream(), US_ASCII))) {
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {}
            connection.getOutputStream().write(ANSWER);
        } catch (IOException e) {
            LOG.debug("a connection ended without an answer", e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
            threads.shutdown();
            threads.awaitTermination(10, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
