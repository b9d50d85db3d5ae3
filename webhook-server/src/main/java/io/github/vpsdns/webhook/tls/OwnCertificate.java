// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.tls;

import static java.util.Objects.requireNonNull;

import io.github.vpsdns.acme.dns01.Dns01Solver;
import io.github.vpsdns.acme.issue.IssueOptions;
import io.github.vpsdns.acme.journal.Journal;
import io.github.vpsdns.acme.keep.CertificateKeeper;
import io.github.vpsdns.acme.keep.CertificateKeeperBuilder;
import io.github.vpsdns.acme.keep.KeeperListener;
import io.github.vpsdns.acme.renew.SolverSource;
import io.github.vpsdns.acme.schedule.Trouble;
import io.github.vpsdns.acme.store.LineageName;
import io.github.vpsdns.acme.store.StateDirectory;
import io.github.vpsdns.acme.tls.SwitchingKeyManager;
import io.github.vpsdns.acme.tls.TlsIdentity;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.dns.AuthoritativeDns;
import io.github.vpsdns.core.pace.ApiAccess;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.webhook.report.WebhookEvent;
import io.github.vpsdns.webhook.report.WebhookListener;
import io.github.vpsdns.webhook.settings.TlsSettings;
import java.time.Instant;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A certificate that the server gets from a CA and renews, answering DNS-01 challenges through the same API as all else. It is kept
 * in a state directory, so that a restart orders nothing. Until the first is there, TLS handshakes fail cleanly, and plain HTTP
 * works.
 *
 * <p>Thread-safe.
 */
public final class OwnCertificate implements ServerCertificate {
    private final TlsSettings.Acme settings;
    private final ApiAccess api;
    private final AuthoritativeDns dns;
    private final Timekeeper time;
    private final WebhookListener listener;
    private final SwitchingKeyManager keys = new SwitchingKeyManager();
    private final SSLContext context = keys.newSslContext();
    private @Nullable CertificateKeeper keeper;
    private @Nullable Journal journal;
    private volatile @Nullable Instant ends;
    private volatile @Nullable String problem = "there is no certificate yet; the first is being ordered";

    /**
     * Says what is wanted; nothing is asked for yet.
     *
     * @param settings names, CA and directory
     * @param api the way to the API; each attempt takes the editor of that moment
     * @param dns who is asked whether challenge values can be seen
     * @param time the clock
     * @param listener is told of each certificate, and of attempts that failed
     */
    public OwnCertificate(
            TlsSettings.Acme settings, ApiAccess api, AuthoritativeDns dns, Timekeeper time, WebhookListener listener) {
        this.settings = requireNonNull(settings, "settings");
        this.api = requireNonNull(api, "api");
        this.dns = requireNonNull(dns, "dns");
        this.time = requireNonNull(time, "time");
        this.listener = requireNonNull(listener, "listener");
    }

    /**
     * Shows what is stored, and begins to get what is missing or due in the background.
     *
     * @throws io.github.vpsdns.acme.store.StoreException if the directory cannot be used
     */
    @Override
    public synchronized void start() {
        IssueOptions options = IssueOptions.of(settings.names());
        Journal notes = new StateDirectory(settings.directory()).prepare().journal(time);
        journal = notes;
        CertificateKeeperBuilder builder = CertificateKeeper.builder(solvers(notes))
                .certificate(LineageName.of(options.names().get(0)), options)
                .server(settings.server())
                .agreeToTerms()
                .directory(settings.directory())
                .target(keys)
                .listener(new Ear())
                .timekeeper(time);
        String email = settings.email();
        keeper = (email == null ? builder : builder.email(email)).start();
    }

    /** The journal is ours, so that it outlives every attempt. */
    private SolverSource solvers(Journal notes) {
        return () -> SolverSource.of(Dns01Solver.builder(api.editor(), dns)
                        .journal(notes)
                        .timekeeper(time)
                        .build())
                .open();
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
        return problem;
    }

    /** Ends an order under way, waiting up to half a minute for its challenge values to be removed. A second time does nothing. */
    @Override
    public synchronized void close() {
        if (keeper != null) {
            keeper.close();
            keeper = null;
        }
        if (journal != null) {
            journal.close();
            journal = null;
        }
    }

    private final class Ear implements KeeperListener {
        @Override
        public void switched(LineageName name, TlsIdentity identity) {
            Instant end = identity.certificate().getNotAfter().toInstant();
            ends = end;
            problem = null;
            listener.onEvent(new WebhookEvent.CertificateShown(end));
        }

        @Override
        public void failed(LineageName name, VpsDnsException reason, Trouble trouble) {
            String told = String.valueOf(reason.getMessage());
            problem = told;
            listener.onEvent(new WebhookEvent.CertificateFailed(told));
        }
    }
}
