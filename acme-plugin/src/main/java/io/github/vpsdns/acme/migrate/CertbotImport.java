// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.migrate;

import static java.util.Objects.requireNonNull;

import io.github.vpsdns.acme.migrate.Imported.AccountAction;
import io.github.vpsdns.acme.migrate.Imported.Action;
import io.github.vpsdns.acme.schedule.Issuance;
import io.github.vpsdns.acme.schedule.RenewalMemory;
import io.github.vpsdns.acme.store.CertificateFiles;
import io.github.vpsdns.acme.store.Lineage;
import io.github.vpsdns.acme.store.LineageName;
import io.github.vpsdns.acme.store.RenewalSettings;
import io.github.vpsdns.acme.store.StateDirectory;
import io.github.vpsdns.acme.store.StateLock;
import io.github.vpsdns.acme.store.StoreException;
import io.github.vpsdns.acme.store.StoredAccount;
import io.github.vpsdns.core.time.Timekeeper;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes certificates over from certbot: the newest files of each, what certbot was told of its renewal, and the account.
 *
 * <p>Certbot's directory is only read. Nothing is asked of a CA. Thread-safe; works under the lock of the state directory, and
 * ended in the middle it can be run again.
 */
public final class CertbotImport {
    private static final Duration LOCK_LIMIT = Duration.ofMinutes(1);

    private final CertbotDirectory certbot;
    private final StateDirectory state;
    private final Timekeeper time;
    private final @Nullable Path serverCa;

    /**
     * Creates the import; nothing is read yet.
     *
     * @param certbot the configuration directory of certbot, such as {@code /etc/letsencrypt}
     * @param state where to take things
     * @param time the clock
     * @param serverCa a PEM file of what to trust at the CA's server instead of the public authorities, or {@code null}
     */
    public CertbotImport(Path certbot, StateDirectory state, Timekeeper time, @Nullable Path serverCa) {
        this.certbot = new CertbotDirectory(requireNonNull(certbot, "certbot"));
        this.state = requireNonNull(state, "state");
        this.time = requireNonNull(time, "time");
        this.serverCa = serverCa;
    }

    /**
     * Lists what there is to take.
     *
     * @return the names, sorted
     * @throws MigrationException if the directory is none of certbot's or cannot be read
     */
    public List<LineageName> names() {
        return certbot.lineages();
    }

    /**
     * Takes one certificate.
     *
     * @param name what certbot calls it
     * @param dryRun whether to write nothing and only say what would be done
     * @return what was done
     * @throws MigrationException if it cannot be taken, such as because another one of that name is here; then nothing has
     *     changed
     * @throws StoreException if the state directory cannot be used or written
     */
    public Imported take(LineageName name, boolean dryRun) {
        RenewalConf conf = certbot.renewal(name);
        CertificateFiles certificate = certbot.certificate(name);
        if (dryRun) {
            return take(name, conf, certificate, false);
        }
        try (StateLock held = state.prepare().lock(LOCK_LIMIT, time)) {
            requireNonNull(held);
            return take(name, conf, certificate, true);
        }
    }

    private Imported take(LineageName name, RenewalConf conf, CertificateFiles certificate, boolean write) {
        CertbotSettings found = new CertbotSettings(conf, certificate.chain().get(0));
        RenewalSettings settings = found.settings(serverCa);
        List<String> remarks = new ArrayList<>(found.remarks());
        boolean here = isHere(name, certificate);
        Optional<StoredAccount> account = conf.value("account").flatMap(id -> certbot.account(settings.server(), id));
        AccountAction accountAction = accountAction(settings.server(), account);
        remark(accountAction, settings.server(), remarks);
        if (write) {
            // The settings last: what has none is not renewed, and the next attempt does the rest.
            if (accountAction == AccountAction.TAKEN) {
                state.accounts().save(settings.server(), account.orElseThrow());
            }
            if (!here) {
                state.lineages().install(name, certificate);
            }
            if (state.renewals().load(name).isEmpty()) {
                remember(name, certificate.chain().get(0), settings);
            }
            if (!here || state.renewals().load(name).isEmpty()) {
                state.renewals().save(name, settings);
            }
        }
        Action action = here ? Action.HERE_ALREADY : write ? Action.TAKEN : Action.WOULD_BE_TAKEN;
        Path live = state.path().resolve("live").resolve(name.value());
        return new Imported(name, action, accountAction, settings, live, certbot.conf(name), remarks);
    }

    /** So that the next order says what it replaces, and the hook is not told of what certbot's hook has been told of. */
    private void remember(LineageName name, X509Certificate certificate, RenewalSettings settings) {
        String serial = Issuance.serial(certificate);
        Issuance origin = new Issuance(
                serial,
                settings.server(),
                settings.profile(),
                certificate.getNotBefore().toInstant(),
                null);
        state.storage()
                .update(
                        name,
                        former -> RenewalMemory.EMPTY
                                .withArriving(origin)
                                .settled(serial)
                                .withDeployed(serial));
    }

    private boolean isHere(LineageName name, CertificateFiles certificate) {
        Optional<Lineage> own = state.lineages().load(name);
        if (own.isPresent()
                && !own.get().certificate().equals(certificate.chain().get(0))) {
            throw new MigrationException(
                    "there is another certificate " + name + " in '" + state.path()
                            + "' already, and it stays; remove it first (vpsdns acme delete) to take certbot's",
                    null);
        }
        return own.isPresent();
    }

    private AccountAction accountAction(URI server, Optional<StoredAccount> account) {
        if (account.isEmpty()) {
            return AccountAction.MISSING;
        }
        return state.accounts()
                .load(server)
                .map(own ->
                        own.url().equals(account.get().url()) ? AccountAction.HERE_ALREADY : AccountAction.OTHER_STAYS)
                .orElse(AccountAction.TAKEN);
    }

    private static void remark(AccountAction action, URI server, List<String> remarks) {
        switch (action) {
            case OTHER_STAYS ->
                remarks.add("there is another account at " + server + " here, which stays; certbot's is not used");
            case MISSING ->
                remarks.add("certbot has no account at " + server
                        + " any more; the first certificate makes one, which takes --agree-tos");
            case TAKEN, HERE_ALREADY -> {}
        }
    }
}
