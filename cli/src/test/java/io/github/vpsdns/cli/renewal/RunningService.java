// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.renewal;

import static org.awaitility.Awaitility.await;

import io.github.vpsdns.cli.testing.Run.Surroundings;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code acme run} on a thread of its own; closing it does what SIGTERM does. */
final class RunningService implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("serving (http://\\S+)/healthz");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Thread thread;

    RunningService(Surroundings surroundings, String... args) {
        thread = new Thread(() -> surroundings.run(out, err, Place.line("run", args)), "service-under-test");
        thread.start();
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** Waits until it has said something, on either stream. */
    RunningService awaitWords(String words) {
        await().atMost(PATIENCE).until(() -> (out() + err()).contains(words));
        return this;
    }

    HttpResponse<String> get(String path) throws Exception {
        awaitWords("serving http://");
        Matcher listening = LISTENING.matcher(out() + err());
        if (!listening.find()) {
            throw new AssertionError("it does not say where it listens");
        }
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(listening.group(1) + path)).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    /** Ends it and tells how long that took. */
    Duration stop() {
        long begin = System.nanoTime();
        thread.interrupt();
        try {
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            throw new AssertionError("it does not end");
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    @Override
    public void close() {
        stop();
    }
}
