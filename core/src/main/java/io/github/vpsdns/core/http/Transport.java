// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.http;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.error.TransportException;
import io.github.vpsdns.core.time.Timekeeper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Connections and threads. Owns the executor that blocks in sockets and sleeps, and the set of open exchanges; {@link #close}
 * cuts all of them. Thread-safe.
 */
public final class Transport implements AutoCloseable {
    /** Carries {@code Retry-After} past OkHttp, which would otherwise repeat a request by itself when it is 0. */
    static final String RETRY_AFTER = "Vpsdns-Retry-After";

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
    private static final int PARALLEL = 64;
    private static final MediaType JSON = MediaType.get("application/json");

    private final Supplier<String> token;
    private final String userAgent;
    private final Duration silence;
    private final Timekeeper time;
    private final ExchangeObserver observer;
    private final ExecutorService threads;
    private final OkHttpClient client;
    private final OkHttpClient patient;
    private final Set<Exchange<?>> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * Creates a transport; no thread or connection is made before the first request.
     *
     * @param secure whether connections are encrypted: all of them, or none, which spares the time to read who is trusted
     * @param token gives the secret for the header {@code Authorization}, and what must never be shown
     * @param userAgent who asks
     * @param silence how long one try may hear nothing, more than zero
     * @param time the clock
     * @param observer told of each exchange
     */
    public Transport(
            boolean secure,
            Supplier<String> token,
            String userAgent,
            Duration silence,
            Timekeeper time,
            ExchangeObserver observer) {
        this.token = token;
        this.userAgent = userAgent;
        this.silence = silence;
        this.time = time;
        this.observer = observer;
        AtomicInteger count = new AtomicInteger();
        this.threads =
                new ThreadPoolExecutor(0, Integer.MAX_VALUE, 5, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                    Thread thread = new Thread(work, "vpsdns-http-" + count.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        Dispatcher dispatcher = new Dispatcher(threads);
        dispatcher.setMaxRequests(PARALLEL);
        dispatcher.setMaxRequestsPerHost(PARALLEL);
        this.client = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(8, 30, TimeUnit.SECONDS))
                .connectionSpecs(List.of(secure ? ConnectionSpec.MODERN_TLS : ConnectionSpec.CLEARTEXT))
                .followRedirects(false)
                .followSslRedirects(false)
                // Whether to repeat a request is decided in one place, which knows what repeating it may do.
                .retryOnConnectionFailure(false)
                .addNetworkInterceptor(Transport::hideRetryAfter)
                .connectTimeout(silence.compareTo(CONNECT_LIMIT) < 0 ? silence : CONNECT_LIMIT)
                .writeTimeout(silence)
                .readTimeout(silence)
                .build();
        this.patient = client.newBuilder().readTimeout(Duration.ZERO).build();
    }

    /** Throws if this has been closed. */
    void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the client has been closed");
        }
    }

    /**
     * Sends a request; returns at once. Nothing is sent for a caller that has been interrupted already.
     *
     * @param isPatient whether an answer may take longer than the limit of silence, because its caller goes on listening
     */
    <T> Exchange<T> send(ApiRequest request, int attempt, boolean isPatient, ReplyReader<T> reader) {
        if (Thread.currentThread().isInterrupted()) {
            throw CancelledException.interrupted("about to " + request.description(), new InterruptedException());
        }
        Exchange<T> exchange = new Exchange<>(this, request, attempt, reader);
        open.add(exchange);
        Request.Builder http = new Request.Builder()
                .url(request.url())
                .method(request.method(), request.body() == null ? null : RequestBody.create(request.body(), null))
                .header("Authorization", "Bearer " + token.get())
                .header("Accept", "application/json")
                .header("Accept-Language", "en")
                .header("User-Agent", userAgent);
        if (request.body() != null) {
            http.header("Content-Type", JSON.toString());
        }
        exchange.start((isPatient ? patient : client).newCall(http.build()));
        if (closed) {
            exchange.close();
        }
        return exchange;
    }

    /** Waits, unless the caller is interrupted or this is closed meanwhile. */
    void pause(Duration wait, String description) {
        FutureTask<Boolean> sleep = new FutureTask<>(() -> {
            time.sleep(wait);
            return true;
        });
        execute(sleep, description);
        try {
            sleep.get();
        } catch (InterruptedException e) {
            sleep.cancel(true);
            throw CancelledException.interrupted("waiting to " + description + " again", e);
        } catch (ExecutionException e) {
            throw closedDuring(description, e.getCause());
        }
    }

    /** Runs work that blocks in the socket of an exchange, on a thread that can be left alone. */
    <T> T run(Callable<T> work, Duration limit, Exchange<?> exchange) {
        String description = exchange.request().description();
        FutureTask<T> task = new FutureTask<>(work);
        execute(task, description);
        try {
            return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            exchange.close();
            throw new TransportException(description, "the rest of the answer did not come in time", false, null);
        } catch (InterruptedException e) {
            exchange.close();
            throw CancelledException.interrupted("waiting for the API to " + description, e);
        } catch (ExecutionException e) {
            throw exchange.ended(e.getCause());
        }
    }

    private void execute(Runnable work, String description) {
        try {
            threads.execute(work);
        } catch (RejectedExecutionException e) {
            throw closedDuring(description, e);
        }
    }

    CancelledException closedDuring(String description, @Nullable Throwable cause) {
        return new CancelledException(description + ": the client was closed meanwhile", cause);
    }

    boolean isClosed() {
        return closed;
    }

    Timekeeper time() {
        return time;
    }

    Duration silence() {
        return silence;
    }

    ExchangeObserver observer() {
        return observer;
    }

    /** The text without the token, should a server be so unkind as to quote it. */
    String redact(String text) {
        return text.replace(token.get(), "***");
    }

    void forget(Exchange<?> exchange) {
        open.remove(exchange);
    }

    /** Cuts all connections; who waits for an answer gets a {@link CancelledException}. May be called more than once. */
    @Override
    public void close() {
        closed = true;
        open.forEach(Exchange::close);
        threads.shutdownNow();
        client.connectionPool().evictAll();
    }

    private static Response hideRetryAfter(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        String wait = response.header("Retry-After");
        Response.Builder copy =
                response.newBuilder().removeHeader("Retry-After").removeHeader(RETRY_AFTER);
        return wait == null ? copy.build() : copy.header(RETRY_AFTER, wait).build();
    }
}
