// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.tls;

import static java.util.Objects.requireNonNull;

import io.github.vpsdns.acme.pem.PemException;
import io.github.vpsdns.acme.tls.SwitchingKeyManager;
import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.webhook.report.WebhookEvent;
import io.github.vpsdns.webhook.report.WebhookListener;
import io.github.vpsdns.webhook.settings.TlsSettings;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A certificate in files that somebody else renews. A thread of its own looks at them every five seconds, and what is new there is
 * shown from the next handshake on. What cannot be used leaves the former in place: a pair of which one half is written is common,
 * so that it is told of only when it is found like that twice in a row.
 *
 * <p>Thread-safe: looking is under the monitor, and what is told of it volatile.
 */
public final class FileCertificate implements ServerCertificate {
    static final Duration PACE = Duration.ofSeconds(5);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);
    private static final String NAME = "files";

    private final PemPair files;
    private final Timekeeper time;
    private final WebhookListener listener;
    private final SwitchingKeyManager keys = new SwitchingKeyManager();
    private final SSLContext context = keys.newSslContext();
    private final Thread watcher = new Thread(this::watch, "webhook-certificate");
    private @Nullable String shown;
    private @Nullable String suspected;
    private volatile @Nullable Instant ends;
    private volatile @Nullable String problem;

    /**
     * Names the files; nothing is read yet.
     *
     * @param files PEM files of a certificate with its chain, and of its key
     * @param time the clock
     * @param listener is told of each certificate that is shown, and of files that cannot be used
     */
    public FileCertificate(TlsSettings.Files files, Timekeeper time, WebhookListener listener) {
        this.files = new PemPair(files.certificate(), files.key());
        this.time = requireNonNull(time, "time");
        this.listener = requireNonNull(listener, "listener");
        watcher.setDaemon(true);
    }

    /**
     * Reads the files, and begins to look at them.
     *
     * @throws PemException if they cannot be used: one sentence says which and why
     */
    @Override
    public void start() {
        try {
            read();
        } catch (InvalidValueException e) {
            throw new PemException(files + ": " + e.getMessage(), e);
        }
        watcher.start();
    }

    private void watch() {
        try {
            while (true) {
                time.sleep(PACE);
                look();
            }
        } catch (InterruptedException e) {
            // closed
            Thread.currentThread().interrupt();
        }
    }

    /** Shows what is new, if it can be used. */
    synchronized void look() {
        try {
            read();
            suspected = null;
            problem = null;
        } catch (VpsDnsException | InvalidValueException e) {
            String reason = String.valueOf(e.getMessage());
            if (reason.equals(suspected) && !reason.equals(problem)) {
                problem = reason;
                listener.onEvent(new WebhookEvent.CertificateFailed(reason));
            }
            suspected = reason;
        }
    }

    private synchronized void read() {
        PemPair.Content content = files.read();
        if (content.digest().equals(shown)) {
            return;
        }
        var identity = content.identity();
        keys.put(NAME, identity);
        Instant end = identity.certificate().getNotAfter().toInstant();
        shown = content.digest();
        ends = end;
        listener.onEvent(new WebhookEvent.CertificateShown(end));
    }

    @Override
    public SSLContext sslContext() {
        return context;
    }

    @Override
    public @Nullable Instant ends() {
        return ends;
    }

    @Override
    public @Nullable String problem() {
        Instant end = ends;
        String told = problem;
        return told == null && end != null && end.isBefore(time.now())
                ? "the certificate in " + files + " ended at " + end + "; put a newer one in its place"
                : told;
    }

    /** Stops looking; what is shown stays. A second time does nothing. */
    @Override
    public void close() {
        watcher.interrupt();
        try {
            watcher.join(CLOSE_LIMIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
