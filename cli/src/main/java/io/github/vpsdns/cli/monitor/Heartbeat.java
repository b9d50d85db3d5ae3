// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.monitor;

import io.github.vpsdns.cli.base.Version;
import io.github.vpsdns.core.time.Timekeeper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Tells a monitor that the service is alive and how it stands: once an interval, and at once when it turns bad or good. One that does
 * not arrive is sent again after half a minute, and complained of once until another arrives. See <a
 * href="https://healthchecks.io/docs/http_api/">Healthchecks' pinging API</a>.
 *
 * <p>{@link #look} is called by one thread, every few seconds; it does not wait.
 */
public final class Heartbeat implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    /** Healthchecks takes five pings a minute. */
    private static final Duration LEAST_INTERVAL = Duration.ofSeconds(15);

    private static final Duration AGAIN = Duration.ofSeconds(30);
    /** A network that comes up later than the service is nothing to wake somebody for. */
    private static final Duration FIRST_MINUTES = Duration.ofMinutes(5);
    /** In characters; Healthchecks keeps 100 kB. */
    private static final int LONGEST_BODY = 10_000;

    private final HeartbeatUrl url;
    private final Duration interval;
    private final Timekeeper time;
    private final Consumer<String> complaints;
    private final long started;
    private final ThreadPoolExecutor sender;
    private final HttpClient client;

    /** What was handed over last; belongs to the thread that looks. */
    private @Nullable Boolean lastGood;

    private long lastLook;
    /** Whether the last one arrived; written by the sender. */
    private volatile boolean arrived = true;
    /** Belongs to the sender. */
    private boolean complained;

    /**
     * Prepares; sends nothing yet.
     *
     * @param url where to
     * @param interval how often; no oftener than every 15 s
     * @param time the clock
     * @param complaints told in one sentence when a ping does not arrive; called on another thread
     */
    public Heartbeat(HeartbeatUrl url, Duration interval, Timekeeper time, Consumer<String> complaints) {
        this.url = url;
        this.interval = interval.compareTo(LEAST_INTERVAL) < 0 ? LEAST_INTERVAL : interval;
        this.time = time;
        this.complaints = complaints;
        this.started = time.nanoTime();
        // What waits while another is under way is old when a newer one comes.
        this.sender = new ThreadPoolExecutor(
                1,
                1,
                1,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(1),
                work -> {
                    Thread thread = new Thread(work, "vpsdns-heartbeat");
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.DiscardOldestPolicy());
        sender.allowCoreThreadTimeOut(true);
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(LIMIT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * Sends a ping if it is time for one.
     *
     * @param problems what is wrong, one line for each thing, without secrets; none if all is well
     */
    public void look(List<String> problems) {
        boolean good = problems.isEmpty();
        if (!good && lastGood == null && since(started).compareTo(FIRST_MINUTES) < 0) {
            return;
        }
        boolean turned = lastGood == null || lastGood != good;
        if (turned || since(lastLook).compareTo(arrived ? interval : AGAIN) >= 0) {
            lastGood = good;
            lastLook = time.nanoTime();
            arrived = true;
            String message = String.join("\n", problems);
            sender.execute(() -> send(good, message));
        }
    }

    private void send(boolean good, String message) {
        URI target = good ? url.success() : url.failure(message);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(target).timeout(LIMIT).header("User-Agent", "vpsdns-cli/" + Version.number());
        if (!good && !url.isPush()) {
            String body = message.length() > LONGEST_BODY ? message.substring(0, LONGEST_BODY) : message;
            request.header("Content-Type", "text/plain; charset=utf-8")
                    .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        }
        try {
            int status = client.send(request.build(), BodyHandlers.discarding()).statusCode();
            if (status >= 200 && status < 300) {
                complained = false;
            } else {
                lost("it answered " + status);
            }
        } catch (IOException e) {
            lost(words(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void lost(String problem) {
        arrived = false;
        if (!complained) {
            complained = true;
            complaints.accept("the heartbeat at " + url.host() + " was not told: " + problem);
        }
    }

    /** In own words, for an exception's may quote the URL. */
    private static String words(IOException problem) {
        if (problem instanceof HttpTimeoutException) {
            return "it did not answer within " + LIMIT.toSeconds() + " s";
        }
        if (problem instanceof ConnectException) {
            return "it cannot be reached";
        }
        return problem instanceof SSLException
                ? "no secure connection to it can be made"
                : "the connection broke (" + problem.getClass().getSimpleName() + ")";
    }

    private Duration since(long nanos) {
        return Duration.ofNanos(time.nanoTime() - nanos);
    }

    /** Drops what is not sent yet. */
    @Override
    public void close() {
        sender.shutdownNow();
    }
}
