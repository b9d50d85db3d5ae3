// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.server;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.dns.AuthoritativeDns;
import io.github.vpsdns.core.pace.ApiAccess;
import io.github.vpsdns.webhook.report.WebhookStatus;
import io.github.vpsdns.webhook.settings.AdminSettings;
import io.github.vpsdns.webhook.settings.WebhookSettings;
import io.github.vpsdns.webhook.store.Store;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Takes updates of addresses from routers and challenges from ACME clients, and writes them to VPS.org.
 *
 * <pre>{@code
 * try (WebhookServer server = WebhookServer.builder(settings, store, ApiAccess.of(editor), dns).build()) {
 *     server.start();
 *     untilStopped.await();
 * }
 * }</pre>
 *
 * <p>What an update is answered, and when, is told by the packages {@code update} and {@code dyndns}, for those who read the sources.
 *
 * <p>Thread-safe.
 */
public final class WebhookServer implements AutoCloseable {
    private final Parts parts;
    private WebhookSettings settings;

    WebhookServer(Parts parts, WebhookSettings settings) {
        this.parts = parts;
        this.settings = settings;
    }

    /**
     * Begins to build a server.
     *
     * @param settings what it is to do
     * @param store where it keeps what must survive; the caller's to close, after the server
     * @param api the way to the API; the caller's to close, after the server
     * @param dns asks name servers, for the server's own certificate only
     * @return the builder
     */
    public static WebhookServerBuilder builder(
            WebhookSettings settings, Store store, ApiAccess api, AuthoritativeDns dns) {
        return new WebhookServerBuilder(settings, store, api, dns);
    }

    /**
     * Takes up what was accepted before the last end, and begins to listen. An interrupt neither stops that nor is lost.
     *
     * @throws java.io.UncheckedIOException if it cannot listen where it is told to
     * @throws InvalidValueException if the certificate's files cannot be used
     * @throws io.github.vpsdns.webhook.store.StoreException if the database cannot be read
     */
    public void start() {
        parts.start();
    }

    /**
     * Does something else from now on. Requests under way end as they began.
     *
     * @param next what it is to do; where it listens and where its certificate is from stay as they are
     * @throws InvalidValueException if these are not the same; nothing is changed then
     */
    public synchronized void reconfigure(WebhookSettings next) {
        requireSame("listen", settings.listen().equals(next.listen()));
        requireSame("tls", Objects.equals(settings.tls(), next.tls()));
        requireSame("admin.listen", Objects.equals(listen(settings.admin()), listen(next.admin())));
        parts.reconfigure(next);
        settings = next;
    }

    private static void requireSame(String key, boolean same) {
        if (!same) {
            throw new InvalidValueException(
                    key + ": it cannot be changed while the server runs; expected the same as before, or a restart");
        }
    }

    private static @Nullable InetSocketAddress listen(@Nullable AdminSettings admin) {
        return admin == null ? null : admin.listen();
    }

    /**
     * Tells how it stands; nobody is asked.
     *
     * @return the status now
     */
    public WebhookStatus status() {
        return parts.status();
    }

    /**
     * Returns where it listens.
     *
     * @return addresses with their real ports, in the order of the settings
     */
    public List<InetSocketAddress> addresses() {
        return parts.addresses();
    }

    /**
     * Returns where the page is.
     *
     * @return its address with the real port, or {@code null} if there is none
     */
    public @Nullable InetSocketAddress adminAddress() {
        return parts.adminAddress();
    }

    /**
     * Answers what was accepted, ends writes under way, and stops: mostly within a second, and within 75 seconds if the API and a CA
     * leave it waiting. What is not done is in the store.
     */
    @Override
    public void close() {
        parts.close();
    }
}
