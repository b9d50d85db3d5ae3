// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.api;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.github.vpsdns.sandbox.control.CallLog;
import io.github.vpsdns.sandbox.control.Faults;
import io.github.vpsdns.sandbox.control.Listing;
import io.github.vpsdns.sandbox.state.SandboxState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The HTTP server of the API, on loopback.
 *
 * <p>Thread-safe. Each call runs on a thread of its own, so that a delayed one keeps no other waiting.
 */
public final class ApiServer implements AutoCloseable {
    static final String ROOT = "/api/v1";

    private final HttpServer http;
    private final ExecutorService threads;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile Listing listing;

    private ApiServer(HttpServer http, Listing listing) {
        this.http = http;
        this.listing = listing;
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "sandbox-api");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * What the API is served from and how.
     *
     * @param state the accounts, zones and records
     * @param faults the script of faults
     * @param calls where calls are noted
     * @param listing the usual shape of lists
     * @param refuseDuplicates whether a second record of the same name, type and value is refused, of which the vendor's page
     *     says nothing
     * @param clock tells when calls come in
     * @param admin serves the sandbox's own paths
     */
    public record Setup(
            SandboxState state,
            Faults faults,
            CallLog calls,
            Listing listing,
            boolean refuseDuplicates,
            Clock clock,
            HttpHandler admin) {}

    /**
     * Starts the server.
     *
     * @param setup what is served
     * @param port 0 for any that is free
     * @return a server that takes calls
     * @throws UncheckedIOException if the port cannot be had
     */
    public static ApiServer start(Setup setup, int port) {
        // Headers and body leave in two writes; with Nagle's algorithm each answer would take 40 ms.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
        try {
            InetSocketAddress at = new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
            HttpServer http = HttpServer.create(at, 128);
            ApiServer server = new ApiServer(http, setup.listing());
            Routes routes = new Routes(setup.state(), new RecordRules(setup.refuseDuplicates()));
            http.createContext("/", new ApiHandler(setup, routes, () -> server.listing, server.closing));
            http.createContext("/sandbox/", setup.admin());
            http.setExecutor(server.threads);
            http.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot serve the API at 127.0.0.1:" + port + "; is the port in use?", e);
        }
    }

    /**
     * The root of the API.
     *
     * @return such as {@code http://127.0.0.1:8080/api/v1}
     */
    public URI url() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + ROOT);
    }

    /**
     * Sets the usual shape of lists.
     *
     * @param next from the next call on
     */
    public void listing(Listing next) {
        listing = next;
    }

    /** Stops at once; calls in progress lose their connection. */
    @Override
    public void close() {
        closing.countDown();
        http.stop(0);
        threads.shutdownNow();
    }
}
