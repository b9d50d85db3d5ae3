// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.http;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.error.TransportException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.EventListener;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer. The request is under way from the start; its caller may wait for the answer, give up waiting and
 * wait again, or close it, which cuts the connection unless the answer has come. Thread-safe.
 *
 * @param <T> what the answer becomes
 */
public final class Exchange<T> implements Callback, AutoCloseable {
    private final Transport transport;
    private final ApiRequest request;
    private final int attempt;
    private final ReplyReader<T> reader;
    private final long startNanos;
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private final AtomicBoolean told = new AtomicBoolean();
    private volatile @Nullable Call call;
    private volatile boolean sent;
    private volatile int status;
    private volatile long headNanos;

    Exchange(Transport transport, ApiRequest request, int attempt, ReplyReader<T> reader) {
        this.transport = transport;
        this.request = request;
        this.attempt = attempt;
        this.reader = reader;
        this.startNanos = transport.time().nanoTime();
    }

    void start(Call started) {
        call = started;
        started.addEventListener(new Departure());
        started.enqueue(this);
    }

    ApiRequest request() {
        return request;
    }

    /**
     * Waits for the answer.
     *
     * @param limit how long at most
     * @return the value
     * @throws VpsDnsException if the API answered with an error or not as documented
     * @throws TransportException if no answer came or the limit is over; in the latter case the request is still under way
     * @throws CancelledException if the thread was interrupted or the client closed; the request is cut then
     */
    public T await(Duration limit) {
        try {
            return result.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new TransportException(
                    request.description(),
                    "no answer from " + request.url().host() + " in time",
                    mayHaveHappened(),
                    null);
        } catch (InterruptedException e) {
            close();
            throw CancelledException.interrupted("waiting for the API to " + request.description(), e);
        } catch (ExecutionException e) {
            throw ended(e.getCause());
        } finally {
            tell();
        }
    }

    /**
     * Cuts the connection unless the answer has come; the value, if there is one, is the caller's own to close.
     */
    @Override
    public void close() {
        Call under = call;
        if (under != null) {
            under.cancel();
        }
        result.completeExceptionally(new IOException("given up"));
        transport.forget(this);
    }

    @Override
    public void onFailure(Call failed, IOException e) {
        result.completeExceptionally(e);
        transport.forget(this);
    }

    @Override
    public void onResponse(Call answered, Response response) {
        headNanos = transport.time().nanoTime();
        status = response.code();
        Reply reply = new Reply(request, response, transport::redact);
        try {
            T value = reply.read(checked -> {
                ErrorReader.check(checked, transport.time().now());
                return reader.read(checked);
            });
            if (!result.complete(value)) {
                reply.close();
            }
        } catch (Throwable e) {
            reply.close();
            transport.forget(this);
            result.completeExceptionally(e);
        }
    }

    private boolean mayHaveHappened() {
        return sent && request.isWrite();
    }

    /** What to throw on the caller's thread for what was thrown on the transport's. */
    RuntimeException ended(@Nullable Throwable cause) {
        if (cause instanceof VpsDnsException told) {
            told.fillInStackTrace();
            return told;
        }
        if (transport.isClosed()) {
            return transport.closedDuring(request.description(), cause);
        }
        if (cause instanceof IOException io) {
            return new TransportException(request.description(), clause(io), mayHaveHappened(), io);
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return new IllegalStateException(request.description() + ": the answer could not be read", cause);
    }

    private String clause(IOException e) {
        String host = request.url().host() + ":" + request.url().port();
        if (e instanceof UnknownHostException) {
            return "the host name '" + request.url().host() + "' cannot be resolved";
        }
        if (e instanceof ConnectException) {
            return "cannot connect to " + host;
        }
        if (e instanceof SSLException) {
            return "no secure connection to " + host + " (" + e.getMessage() + ")";
        }
        if (e instanceof InterruptedIOException) {
            return "no answer from " + host + " in time";
        }
        return "the connection to " + host + " broke (" + e.getMessage() + ")";
    }

    private void tell() {
        if (told.compareAndSet(false, true)) {
            long end = status == 0 ? transport.time().nanoTime() : headNanos;
            transport
                    .observer()
                    .exchanged(
                            request.operation(),
                            request.method(),
                            attempt,
                            status,
                            Duration.ofNanos(Math.max(0, end - startNanos)));
        }
    }

    /** Notes when the request begins to leave; before that, nothing can have happened at the other end. */
    private final class Departure extends EventListener {
        @Override
        public void requestHeadersStart(Call leaving) {
            sent = true;
        }
    }
}
