// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.http;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.error.NotFoundException;
import io.github.vpsdns.core.time.Deadline;
import java.time.Duration;
import java.util.function.Function;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One call of a client's method: a name, one deadline, and as many requests and tries as it takes. Confined to the calling
 * thread.
 */
public final class Operation {
    private final Transport transport;
    private final Backoff backoff;
    private final String name;
    private final String description;
    private final Deadline deadline;

    /**
     * Begins an operation.
     *
     * @param transport how to send
     * @param backoff the waits between tries
     * @param name the client method's name
     * @param description what is asked, as in "delete record 42"
     * @param limit how long it may take in all
     * @throws IllegalStateException if the transport has been closed
     */
    public Operation(Transport transport, Backoff backoff, String name, String description, Duration limit) {
        transport.requireOpen();
        this.transport = transport;
        this.backoff = backoff;
        this.name = name;
        this.description = description;
        this.deadline = Deadline.after(limit, transport.time());
    }

    /**
     * Returns when the operation must be over.
     *
     * @return the deadline
     */
    public Deadline deadline() {
        return deadline;
    }

    /**
     * Returns what is asked.
     *
     * @return as in "delete record 42"
     */
    public String description() {
        return description;
    }

    /**
     * Begins to count the tries of one request.
     *
     * @return the count, at zero
     */
    public Attempts attempts() {
        return new Attempts(transport, backoff, description);
    }

    /**
     * Gets something, trying again while that may help.
     *
     * @param <T> what the answer becomes
     * @param url where it is
     * @param reader makes it
     * @return the value
     */
    public <T> T get(HttpUrl url, ReplyReader<T> reader) {
        return repeat(request("GET", url, null), reader);
    }

    /**
     * Puts something, trying again while that may help: what is put twice is there once.
     *
     * @param <T> what the answer becomes
     * @param url where to
     * @param body a JSON document
     * @param reader makes the value
     * @return the value
     */
    public <T> T put(HttpUrl url, String body, ReplyReader<T> reader) {
        return repeat(request("PUT", url, body), reader);
    }

    /**
     * Deletes something, trying again while that may help. Not found after a try whose outcome is unknown means that this try
     * has deleted it.
     *
     * @param url where it is
     * @throws NotFoundException if it was not there to begin with
     */
    public void delete(HttpUrl url) {
        ApiRequest request = request("DELETE", url, null);
        Attempts attempts = attempts();
        boolean doubt = false;
        while (true) {
            try {
                once(request, attempts.next(), reply -> {
                    reply.close();
                    return true;
                });
                return;
            } catch (NotFoundException e) {
                if (doubt) {
                    return;
                }
                throw e;
            } catch (CancelledException e) {
                throw e;
            } catch (VpsDnsException e) {
                if (!Failures.pass(e)) {
                    throw e;
                }
                doubt |= Failures.leaveDoubt(e);
                attempts.pause(e, deadline);
            }
        }
    }

    /**
     * Sends a request that must not be repeated blindly, once; the caller waits for its answer and closes it.
     *
     * @param <T> what the answer becomes
     * @param method the HTTP method
     * @param url where to
     * @param body a JSON document
     * @param attempt 1 for the first try
     * @param reader makes the value
     * @return the exchange, under way
     */
    public <T> Exchange<T> start(String method, HttpUrl url, String body, int attempt, ReplyReader<T> reader) {
        return transport.send(request(method, url, body), attempt, true, reader);
    }

    /**
     * Waits without regard to a failure.
     *
     * @param wait how long
     */
    public void pause(Duration wait) {
        transport.pause(deadline.cut(wait), description);
    }

    /**
     * Returns how long one try may hear nothing.
     *
     * @return the limit, cut to the deadline
     */
    public Duration silence() {
        return deadline.cut(transport.silence());
    }

    /**
     * Returns the moment until which tries that have gone silent are still listened to.
     *
     * @return as far away as a try may be silent, at most the operation's deadline
     */
    public Deadline grace() {
        return Deadline.after(silence(), transport.time());
    }

    /**
     * Returns the wait that makes it likely that a request cut off in the middle has either taken effect by now or never will.
     *
     * @param failures how many tries have failed, 1 or more
     * @return the longest wait of the backoff after that many
     */
    public Duration settling(int failures) {
        return backoff.limit(failures);
    }

    /**
     * Lists something lazily; nothing is sent before the stream is consumed.
     *
     * @param <T> what an entry becomes
     * @param url the list
     * @param entry makes a value of an entry, or {@code null} to leave it out
     * @return the stream, to be closed
     */
    public <T> Stream<T> list(HttpUrl url, Function<JsonNode, @Nullable T> entry) {
        return new ListWalk<>(this, url, entry, ListWalk.MAX_PAGES).stream();
    }

    <T> Exchange<T> open(HttpUrl url, int attempt, ReplyReader<T> reader) {
        transport.requireOpen();
        return transport.send(request("GET", url, null), attempt, false, reader);
    }

    Transport transport() {
        return transport;
    }

    private <T> T repeat(ApiRequest request, ReplyReader<T> reader) {
        Attempts attempts = attempts();
        while (true) {
            try {
                return once(request, attempts.next(), reader);
            } catch (VpsDnsException e) {
                if (!Failures.pass(e)) {
                    throw e;
                }
                attempts.pause(e, deadline);
            }
        }
    }

    private <T> T once(ApiRequest request, int attempt, ReplyReader<T> reader) {
        try (Exchange<T> exchange = transport.send(request, attempt, false, reader)) {
            return exchange.await(deadline.remaining());
        }
    }

    private ApiRequest request(String method, HttpUrl url, @Nullable String body) {
        return new ApiRequest(name, description, method, url, body);
    }
}
