// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.webhook;

import io.github.vpsdns.cli.api.Access;
import io.github.vpsdns.cli.api.ApiConnection;
import io.github.vpsdns.cli.api.CallCounter;
import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.cli.base.UsageException;
import io.github.vpsdns.cli.webhook.config.WebhookConfiguration;
import io.github.vpsdns.cli.webhook.service.ServedWebhook;
import io.github.vpsdns.cli.webhook.service.ServiceSettings;
import io.github.vpsdns.cli.webhook.service.WebhookService;
import io.github.vpsdns.core.dns.AuthoritativeDns;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.webhook.exchange.Reply;
import io.github.vpsdns.webhook.report.WebhookListener;
import io.github.vpsdns.webhook.server.StoreHealth;
import io.github.vpsdns.webhook.server.WebhookServer;
import io.github.vpsdns.webhook.server.WebhookServerBuilder;
import io.github.vpsdns.webhook.store.Store;
import io.github.vpsdns.webhook.store.sql.SqlStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What {@code vpsdns webhook run} does; apart from the command, whose class is loaded for any line. */
final class RunWork {
    /** Of one operation with all retries; then the server itself decides when to try again, and others hold back. */
    private static final Duration CALL_LIMIT = Duration.ofSeconds(12);

    private final Frame frame;
    private final WebhookRun line;
    private final Path file;
    private final Timekeeper time;
    private @Nullable WebhookServer server;

    RunWork(Frame frame, WebhookRun line) {
        this.frame = frame;
        this.line = line;
        this.file = line.config.require();
        this.time = frame.host().time();
    }

    /** Runs until the thread is interrupted, whose flag is set again then. */
    void run() {
        CallCounter calls = new CallCounter();
        try (WebhookService service = new WebhookService(frame, calls)) {
            run(service, calls);
        }
    }

    private void run(WebhookService service, CallCounter calls) {
        Setting setting = Setting.read(frame, file, line);
        AuthoritativeDns dns = setting.outside().nameServers(frame);
        if (setting.dryRun()) {
            frame.note("dry run: updates are checked and answered as ever, and nothing is written");
        }
        try (Access access = new Access(frame, setting.outside().api(), CALL_LIMIT, calls)) {
            service.run(
                    (listener, pages) -> create(setting, access, dns, listener, pages),
                    around(setting),
                    () -> reload(setting, access));
        }
    }

    private ServedWebhook create(
            Setting setting,
            Access access,
            AuthoritativeDns dns,
            WebhookListener listener,
            Map<String, Supplier<Reply>> pages) {
        StoreHealth health = new StoreHealth(listener);
        Store store = SqlStore.open(setting.configuration().store(), time, health);
        try {
            WebhookServerBuilder builder = WebhookServer.builder(setting.server(), store, access, dns)
                    .listener(listener)
                    .timekeeper(time)
                    .storeHealth(health);
            pages.forEach(
                    (path, page) -> builder.adminPage(path, call -> CompletableFuture.completedFuture(page.get())));
            WebhookServer made = builder.build();
            server = made;
            return new ServerAndStore(made, store);
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /** Everything is read and judged before anything is taken, so that a mistake changes nothing. */
    private ServiceSettings reload(Setting before, Access access) {
        Setting next = Setting.reread(frame, file, line);
        WebhookConfiguration now = next.configuration();
        requireSame("state or database", before.configuration().store().equals(now.store()));
        requireSame("dns", before.configuration().dns().equals(now.dns()));
        ServiceSettings around = around(next);
        ApiConnection.requireUsable(frame, next.outside().api());
        if (server != null) {
            server.reconfigure(next.server());
        }
        access.use(next.outside().api());
        return around;
    }

    private void requireSame(String key, boolean same) {
        if (!same) {
            throw new UsageException(file + ": " + key
                    + ": it cannot be changed while the server runs; expected the same as before, or a restart");
        }
    }

    private ServiceSettings around(Setting setting) {
        WebhookConfiguration configuration = setting.configuration();
        return new ServiceSettings(
                configuration.notices().channels(time), configuration.notices().heartbeat(), configuration.audit());
    }
}
