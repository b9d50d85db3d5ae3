// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.http;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's HTTP server on the loopback, with threads of its own.
 *
 * <p>{@link #close()} stops it at once, interrupting requests that are being answered.
 */
public final class AcmeHttpServer implements AutoCloseable {
    static {
        // The JDK's server writes headers and body apart; without this, Nagle's algorithm makes the body of each answer
        // on a kept connection wait some 40 ms for the client's acknowledgement. Read once, when its first class loads.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    private final HttpServer server;
    private final ExecutorService threads;

    private AcmeHttpServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Binds to the loopback without serving yet.
     *
     * @param port 0 for any
     * @param tls null for plain http
     * @throws UncheckedIOException if the port cannot be had
     */
    public static AcmeHttpServer bind(int port, @Nullable SSLContext tls) {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        try {
            HttpServer server = tls == null ? HttpServer.create(address, 0) : https(address, tls);
            ExecutorService threads = Executors.newCachedThreadPool(work -> {
                Thread thread = new Thread(work, "sandbox-acme-http");
                thread.setDaemon(true);
                return thread;
            });
            server.setExecutor(threads);
            return new AcmeHttpServer(server, threads);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on " + address + ": " + e.getMessage(), e);
        }
    }

    private static HttpServer https(InetSocketAddress address, SSLContext tls) throws IOException {
        HttpsServer server = HttpsServer.create(address, 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        return server;
    }

    /** Scheme, address and port, without a slash at the end. */
    public String origin() {
        String scheme = server instanceof HttpsServer ? "https" : "http";
        return scheme + "://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Begins to serve. */
    public void start(HttpHandler acme, HttpHandler admin) {
        server.createContext("/", acme);
        server.createContext("/sandbox/", admin);
        server.start();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
