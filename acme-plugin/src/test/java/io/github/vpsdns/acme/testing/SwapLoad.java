// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.Supplier;
import javax.net.ssl.SSLHandshakeException;

/**
 * Clients that connect all the time while the server's certificate changes.
 *
 * <p>Each connection is strict (see {@link TlsClient}), and knows which certificate was in use before it began: it must not see
 * an older one, unless it resumed a session.
 */
public final class SwapLoad {
    /** How clients treat the sessions that they got. */
    public enum Sessions {
        FRESH,
        RESUMED
    }

    private static final int CLIENTS = 4;
    private static final int CONNECTIONS = 8;

    private final String host;
    private final int port;
    private final Sessions sessions;
    private final X509Certificate[] roots;
    private final Queue<Exception> failures = new ConcurrentLinkedQueue<>();
    private final Queue<String> surprises = new ConcurrentLinkedQueue<>();
    private final AtomicIntegerArray made = new AtomicIntegerArray(CLIENTS);
    private volatile List<X509Certificate> served;
    private volatile boolean over;

    private SwapLoad(String host, int port, Sessions sessions, X509Certificate first, X509Certificate... roots) {
        this.host = host;
        this.port = port;
        this.sessions = sessions;
        this.served = List.of(first);
        this.roots = roots;
    }

    /**
     * Changes the certificate again and again under load, and checks that every connection is made.
     *
     * @param first what is served at the beginning
     * @param swap changes it, and returns what is served from then on
     * @return how many connections were made
     */
    public static int run(
            String host,
            int port,
            Sessions sessions,
            int swaps,
            X509Certificate first,
            Supplier<X509Certificate> swap,
            X509Certificate... roots) {
        return run(0, host, port, sessions, swaps, first, swap, roots);
    }

    /**
     * The same for a server that may break off handshakes.
     *
     * @param broken how many it may break off in all; other failures are never accepted
     */
    public static int run(
            int broken,
            String host,
            int port,
            Sessions sessions,
            int swaps,
            X509Certificate first,
            Supplier<X509Certificate> swap,
            X509Certificate... roots) {
        SwapLoad load = new SwapLoad(host, port, sessions, first, roots);
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            int number = i;
            Thread client = new Thread(() -> load.connect(number), "client-" + i);
            clients.add(client);
            client.start();
        }
        try {
            load.awaitConnections();
            for (int i = 0; i < swaps; i++) {
                load.swap(swap);
                load.awaitConnections();
            }
        } finally {
            load.over = true;
            clients.forEach(SwapLoad::join);
        }
        assertThat(load.failures)
                .as("failed connections")
                .hasSizeLessThanOrEqualTo(broken)
                .allMatch(SSLHandshakeException.class::isInstance);
        assertThat(load.surprises).as("connections with another certificate").isEmpty();
        assertThat(load.served).doesNotHaveDuplicates().hasSize(swaps + 1);
        return load.total();
    }

    private void swap(Supplier<X509Certificate> swap) {
        List<X509Certificate> next = new ArrayList<>(served);
        next.add(swap.get());
        served = List.copyOf(next);
    }

    private void connect(int number) {
        TlsClient resuming = TlsClient.trusting(roots);
        while (!over) {
            int newest = served.size() - 1;
            try {
                TlsClient client = sessions == Sessions.RESUMED ? resuming : TlsClient.trusting(roots);
                X509Certificate seen = client.visit(host, port).certificate();
                check(number, newest, seen);
            } catch (IOException | RuntimeException e) {
                failures.add(e);
            }
            made.incrementAndGet(number);
        }
    }

    /** One that is in use already may not be listed yet; it is newer than all that are. */
    private void check(int client, int newestBefore, X509Certificate seen) {
        int index = served.indexOf(seen);
        if (sessions == Sessions.FRESH && index >= 0 && index < newestBefore) {
            surprises.add("client " + client + " saw certificate " + index + " when " + newestBefore + " was in use");
        }
    }

    private void awaitConnections() {
        int[] before = new int[CLIENTS];
        for (int i = 0; i < CLIENTS; i++) {
            before[i] = made.get(i);
        }
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> {
                    for (int i = 0; i < CLIENTS; i++) {
                        if (made.get(i) < before[i] + CONNECTIONS) {
                            return false;
                        }
                    }
                    return true;
                });
    }

    private int total() {
        int sum = 0;
        for (int i = 0; i < CLIENTS; i++) {
            sum += made.get(i);
        }
        return sum;
    }

    private static void join(Thread client) {
        try {
            client.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
