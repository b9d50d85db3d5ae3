// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that answers each request with whatever bytes a test wants, in whatever time. */
final class RawServer implements AutoCloseable {
    private final ServerSocket listening;
    private final boolean polite;
    private final Script script;
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger leftBy = new AtomicInteger();

    /** What to do with a connection whose request was read. */
    interface Script {
        void answer(Socket socket, OutputStream out) throws IOException, InterruptedException;
    }

    private RawServer(ServerSocket listening, boolean polite, Script script) {
        this.listening = listening;
        this.polite = polite;
        this.script = script;
    }

    static RawServer start(InetAddress address, Script script) {
        return start(address, true, script);
    }

    /** Speaks without waiting for a request. */
    static RawServer startImpolite(InetAddress address, Script script) {
        return start(address, false, script);
    }

    private static RawServer start(InetAddress address, boolean polite, Script script) {
        try {
            RawServer server = new RawServer(new ServerSocket(0, 50, address), polite, script);
            daemon(server::serve);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers with these bytes, then closes. */
    static Script bytes(String bytes) {
        return (socket, out) -> out.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends this and then nothing, until the client goes. */
    static Script stallAfter(String bytes) {
        return (socket, out) -> {
            out.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        };
    }

    int port() {
        return listening.getLocalPort();
    }

    int asked() {
        return asked.get();
    }

    /** How many clients closed their connection, or had it closed. */
    int leftBy() {
        return leftBy.get();
    }

    private void serve() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                daemon(() -> answer(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void answer(Socket socket) {
        try (socket) {
            if (polite) {
                readRequest(socket);
            }
            asked.incrementAndGet();
            script.answer(socket, socket.getOutputStream());
        } catch (IOException e) {
            // The client has gone, as some tests want it to.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            leftBy.incrementAndGet();
        }
    }

    private static void readRequest(Socket socket) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        String line = in.readLine();
        while (line != null && !line.isEmpty()) {
            line = in.readLine();
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
