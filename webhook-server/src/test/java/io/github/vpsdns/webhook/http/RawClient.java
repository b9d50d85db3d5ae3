// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A socket, and nothing that would correct what goes over it. */
final class RawClient implements AutoCloseable {
    private final Socket socket;

    RawClient(InetSocketAddress server) {
        this(new Socket(), server);
    }

    RawClient(Socket socket, InetSocketAddress server) {
        this.socket = socket;
        try {
            if (!socket.isConnected()) {
                socket.connect(server, 10_000);
            }
            socket.setSoTimeout(40_000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends bytes and reads until the server closes the connection. */
    static String exchange(InetSocketAddress server, String bytes) {
        return exchange(server, bytes.getBytes(ISO_8859_1));
    }

    static String exchange(InetSocketAddress server, byte[] bytes) {
        try (RawClient client = new RawClient(server)) {
            return client.send(bytes).readToEnd();
        }
    }

    RawClient send(String text) {
        return send(text.getBytes(ISO_8859_1));
    }

    RawClient send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves no port in use behind when it is closed. */
    RawClient withoutFarewell() {
        try {
            socket.setSoLinger(true, 0);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RawClient closeOutput() {
        try {
            socket.shutdownOutput();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads what comes until the connection ends, however it does. */
    String readToEnd() {
        StringBuilder text = new StringBuilder();
        try {
            InputStream in = socket.getInputStream();
            byte[] some = new byte[8192];
            for (int n = in.read(some); n >= 0; n = in.read(some)) {
                text.append(new String(some, 0, n, ISO_8859_1));
            }
        } catch (java.net.SocketTimeoutException e) {
            throw new UncheckedIOException("the server neither answers nor closes after: " + text, e);
        } catch (IOException e) {
            // a reset ends the answer as well
        }
        return text.toString();
    }

    /** Reads one reply that says its length. */
    String readReply() {
        StringBuilder text = new StringBuilder();
        try {
            InputStream in = socket.getInputStream();
            while (!text.toString().endsWith("\r\n\r\n")) {
                text.append(next(in, text));
            }
            for (int left = length(text.toString()); left > 0; left--) {
                text.append(next(in, text));
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException("the reply ends early after: " + text, e);
        }
    }

    private static char next(InputStream in, StringBuilder sofar) throws IOException {
        int next = in.read();
        if (next < 0) {
            throw new IOException("closed after: " + sofar);
        }
        return (char) next;
    }

    private static int length(String header) {
        return header.lines()
                .filter(line -> line.startsWith("Content-Length: "))
                .mapToInt(line -> Integer.parseInt(line.substring(16)))
                .findFirst()
                .orElse(0);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
