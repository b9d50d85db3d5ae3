// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.ddns.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.cli.api.CallCounter;
import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.cli.base.Globals;
import io.github.vpsdns.cli.terminal.Host;
import io.github.vpsdns.cli.terminal.Screen;
import io.github.vpsdns.cli.terminal.Terminal;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.ddns.report.AgentListener;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The service around a fake agent, on a thread of its own; stopping it does what SIGTERM does. */
final class ServedService implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("serving (http://\\S+)/healthz");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final AtomicReference<@Nullable FakeAgent> agent = new AtomicReference<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final Thread thread;
    private volatile boolean flag;

    ServedService(Map<String, String> environment, ServiceSettings settings, Reloader reloader) {
        DdnsService service = new DdnsService(frame(environment, err), new CallCounter());
        thread = new Thread(
                () -> {
                    try (service) {
                        service.run(this::make, settings, reloader);
                    }
                    flag = Thread.currentThread().isInterrupted();
                },
                "service-under-test");
        thread.setUncaughtExceptionHandler((which, thrown) -> failure.set(thrown));
        thread.start();
    }

    static Frame frame(Map<String, String> environment, ByteArrayOutputStream err) {
        Terminal terminal = new Terminal(
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Screen.NONE,
                new Host(environment, "", Path.of("/"), Timekeeper.system()));
        return new Frame(terminal, new Globals());
    }

    private ServedAgent make(AgentListener listener) {
        FakeAgent made = new FakeAgent(listener);
        agent.set(made);
        return made;
    }

    /** The agent, once it runs. */
    FakeAgent agent() {
        await().atMost(PATIENCE).until(() -> {
            FakeAgent made = agent.get();
            return made != null && made.started;
        });
        FakeAgent made = agent.get();
        assertThat(made).isNotNull();
        return made;
    }

    String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    ServedService awaitWords(String words) {
        await().atMost(PATIENCE).until(() -> said().contains(words));
        return this;
    }

    /** The addresses at which it has listened, oldest first. */
    List<String> listening() {
        List<String> all = new ArrayList<>();
        Matcher matcher = LISTENING.matcher(said());
        while (matcher.find()) {
            all.add(matcher.group(1));
        }
        return all;
    }

    HttpResponse<String> get(String path) throws Exception {
        awaitWords("serving http://");
        List<String> all = listening();
        HttpRequest request = HttpRequest.newBuilder(URI.create(all.get(all.size() - 1) + path))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    /** What it ended with by itself. */
    Throwable awaitFailure() {
        await().atMost(PATIENCE).until(() -> failure.get() != null);
        Throwable thrown = failure.get();
        assertThat(thrown).isNotNull();
        return thrown;
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
        assertThat(thread.isAlive()).isFalse();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Whether the interrupt that ended it was passed on. */
    boolean passedOn() {
        return flag;
    }

    @Override
    public void close() {
        stop();
    }
}
