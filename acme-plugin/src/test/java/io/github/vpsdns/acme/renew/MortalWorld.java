// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.renew;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.vpsdns.core.file.Disk;
import io.github.vpsdns.core.file.HeldFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * All outward steps of a process: each change of the disk and each request to the API or the CA. At a step chosen beforehand the
 * process is dead: that step happens by halves, no further one has any effect, and so nothing that it would do in a {@code
 * finally} can help, as with {@code kill -9}.
 *
 * <p>Requests come through an HTTP proxy, which the JVM is told to use while this is open. Thread-safe.
 */
final class MortalWorld implements Disk, AutoCloseable {
    /** The end of the process, as its thread sees it. */
    static final class Dead extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** What becomes of a request at whose time the process dies. */
    enum Moment {
        /** It is never sent. */
        BEFORE,
        /** It is carried out, and nobody hears the answer. */
        AFTER
    }

    private static final Set<String> OWN_HEADERS =
            Set.of("connection", "content-length", "host", "upgrade", "http2-settings", "transfer-encoding", "date");

    static {
        // As the sandbox does, before the first server of the JVM reads it: else each answer waits 40 ms for a packet.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    private final HttpServer proxy;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient onward =
            HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build();
    private final ProxySelector usual = ProxySelector.getDefault();
    private final List<Integer> requests = new ArrayList<>();
    private int steps;
    private int deadly = Integer.MAX_VALUE;
    private Moment moment = Moment.BEFORE;

    MortalWorld() throws IOException {
        proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        proxy.createContext("/", this::forward);
        proxy.setExecutor(threads);
        proxy.start();
        ProxySelector.setDefault(new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                return List.of(new Proxy(Proxy.Type.HTTP, proxy.getAddress()));
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException failure) {
                // there is no other way to try
            }
        });
    }

    /** Begins a new life, which ends at the given step, counted from 1. */
    synchronized void live(int until, Moment how) {
        steps = 0;
        requests.clear();
        deadly = until;
        moment = how;
    }

    /** Begins a life without an end. */
    void live() {
        live(Integer.MAX_VALUE, Moment.BEFORE);
    }

    /** Returns how many steps this life has had. */
    synchronized int steps() {
        return steps;
    }

    /** Returns which steps of this life were requests. */
    synchronized List<Integer> requests() {
        return List.copyOf(requests);
    }

    synchronized boolean isDead() {
        return steps >= deadly;
    }

    /** Tells whether a step happens; the one at which the process dies is told apart. */
    private synchronized boolean[] step() {
        steps++;
        return new boolean[] {steps < deadly, steps == deadly};
    }

    private synchronized boolean[] requestStep() {
        requests.add(steps + 1);
        return step();
    }

    private void forward(HttpExchange exchange) throws IOException {
        boolean[] step = requestStep();
        boolean happens = step[0] || (step[1] && moment == Moment.AFTER);
        try (exchange) {
            HttpResponse<byte[]> answer = happens ? send(exchange) : null;
            if (answer == null || !step[0]) {
                return;
            }
            answer.headers().map().forEach((name, values) -> {
                if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                    values.forEach(value -> exchange.getResponseHeaders().add(name, value));
                }
            });
            byte[] body = answer.body();
            boolean empty = body.length == 0;
            exchange.sendResponseHeaders(answer.statusCode(), empty ? -1 : body.length);
            if (!empty) {
                try (OutputStream out = exchange.getResponseBody()) {
                    out.write(body);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<byte[]> send(HttpExchange exchange) throws IOException, InterruptedException {
        byte[] body;
        try (InputStream in = exchange.getRequestBody()) {
            body = in.readAllBytes();
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(exchange.getRequestURI())
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return onward.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private interface Half {
        void run() throws IOException;
    }

    private void step(Half half) throws IOException {
        boolean[] step = step();
        if (step[1]) {
            half.run();
        }
        if (!step[0]) {
            throw new Dead();
        }
    }

    @Override
    public void createDirectory(Path directory) throws IOException {
        step(() -> {});
        Disk.local().createDirectory(directory);
    }

    @Override
    public void createFile(Path file, byte[] content) throws IOException {
        step(() -> Disk.local().createFile(file, half(content)));
        Disk.local().createFile(file, content);
    }

    @Override
    public void write(HeldFile file, long position, byte[] bytes) throws IOException {
        step(() -> Disk.local().write(file, position, half(bytes)));
        Disk.local().write(file, position, bytes);
    }

    @Override
    public void truncate(HeldFile file, long length) throws IOException {
        step(() -> {});
        Disk.local().truncate(file, length);
    }

    @Override
    public void sync(Path path) {
        // What a power cut would lose, a killed process has written all the same.
    }

    @Override
    public void link(Path link, Path target) throws IOException {
        step(() -> {});
        Disk.local().link(link, target);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        step(() -> {});
        Disk.local().move(from, to);
    }

    @Override
    public void delete(Path path) throws IOException {
        step(() -> {});
        Disk.local().delete(path);
    }

    private static byte[] half(byte[] content) {
        return Arrays.copyOf(content, content.length / 2);
    }

    @Override
    public void close() {
        ProxySelector.setDefault(usual);
        proxy.stop(0);
        threads.shutdownNow();
    }
}
