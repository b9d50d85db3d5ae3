// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.webhook.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.cli.api.CallCounter;
import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.cli.base.Globals;
import io.github.vpsdns.cli.terminal.Host;
import io.github.vpsdns.cli.terminal.Screen;
import io.github.vpsdns.cli.terminal.Terminal;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.webhook.exchange.Reply;
import io.github.vpsdns.webhook.report.WebhookListener;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The service around a fake server, on a thread of its own; stopping it does what SIGTERM does. */
final class ServedService implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final AtomicReference<@Nullable FakeServer> server = new AtomicReference<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final Thread thread;
    private volatile Map<String, Supplier<Reply>> pages = Map.of();
    private volatile boolean flag;

    ServedService(Map<String, String> environment, ServiceSettings settings, Reloader reloader) {
        WebhookService service = new WebhookService(frame(environment), new CallCounter());
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

    private Frame frame(Map<String, String> environment) {
        Terminal terminal = new Terminal(
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Screen.NONE,
                new Host(environment, "", Path.of("/"), Timekeeper.system()));
        return new Frame(terminal, new Globals());
    }

    private ServedWebhook make(WebhookListener listener, Map<String, Supplier<Reply>> shown) {
        FakeServer made = new FakeServer(listener);
        pages = shown;
        server.set(made);
        return made;
    }

    /** The server, once it runs. */
    FakeServer server() {
        await().atMost(PATIENCE).until(() -> {
            FakeServer made = server.get();
            return made != null && made.started;
        });
        FakeServer made = server.get();
        assertThat(made).isNotNull();
        return made;
    }

    /** What one of the pages says that the server is to show. */
    String page(String path) {
        Supplier<Reply> page = pages.get(path);
        assertThat(page).as(path).isNotNull();
        return new String(page.get().body(), StandardCharsets.UTF_8);
    }

    String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    void awaitWords(String words) {
        await().atMost(PATIENCE).until(() -> said().contains(words));
    }

    /** What it ended with by itself. */
    Throwable awaitFailure() {
        await().atMost(PATIENCE).until(() -> failure.get() != null);
        Throwable thrown = failure.get();
        assertThat(thrown).isNotNull();
        return thrown;
    }

    void stop() {
        thread.interrupt();
        try {
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        assertThat(thread.isAlive()).isFalse();
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
