// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.keep;

import static java.util.Objects.requireNonNull;

import io.github.vpsdns.acme.ca.AccountSettings;
import io.github.vpsdns.acme.ca.AcmeServer;
import io.github.vpsdns.acme.ca.ExternalAccount;
import io.github.vpsdns.acme.issue.IssueOptions;
import io.github.vpsdns.acme.journal.Journal;
import io.github.vpsdns.acme.renew.RenewalJob;
import io.github.vpsdns.acme.renew.RenewalRequest;
import io.github.vpsdns.acme.renew.SolverSource;
import io.github.vpsdns.acme.store.CertificateStorage;
import io.github.vpsdns.acme.store.LineageName;
import io.github.vpsdns.acme.store.StateDirectory;
import io.github.vpsdns.acme.tls.TlsTarget;
import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.api.ApiToken;
import io.github.vpsdns.core.api.VpsDnsClientBuilder;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.time.Timekeeper;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a {@link CertificateKeeper} keeps, and where.
 *
 * <p>A certificate and a place to store it are needed; all else has a default. Not thread-safe.
 */
public final class CertificateKeeperBuilder {
    private final @Nullable ApiToken token;
    private final @Nullable SolverSource solvers;
    private final Map<LineageName, IssueOptions> certificates = new LinkedHashMap<>();
    private final List<TlsTarget> targets = new ArrayList<>();
    private URI apiUrl = VpsDnsClientBuilder.DEFAULT_API_URL;
    private List<InetSocketAddress> nameServers = List.of();
    private AcmeServer server = AcmeServer.of("letsencrypt", null);
    private @Nullable String email;
    private boolean agreed;
    private @Nullable ExternalAccount externalAccount;
    private @Nullable CertificateStorage storage;
    private Function<Timekeeper, Journal> journal = time -> Journal.none();
    KeeperListener listener = KeeperListener.NONE;
    Timekeeper time = Timekeeper.system();

    CertificateKeeperBuilder(@Nullable ApiToken token, @Nullable SolverSource solvers) {
        this.token = token;
        this.solvers = solvers;
    }

    /**
     * Adds a certificate with a new P-256 key each time and the CA's defaults. The first that is added is shown to clients that
     * name no host, or one that no certificate is for.
     *
     * @param names the names, wildcards among them; it is stored under the first, without {@code *.}
     * @return this
     * @throws InvalidValueException if there is no name, one is no domain name, or there is a certificate under that name already
     */
    public CertificateKeeperBuilder certificate(String... names) {
        IssueOptions options =
                IssueOptions.of(Arrays.stream(names).map(DomainName::of).toList());
        return certificate(LineageName.of(options.names().get(0)), options);
    }

    /**
     * Adds a certificate of any kind.
     *
     * @param name what it is stored under
     * @param options what is ordered; without a signing request, because the key is needed here
     * @return this
     * @throws InvalidValueException if there is a signing request, or a certificate under that name already
     */
    public CertificateKeeperBuilder certificate(LineageName name, IssueOptions options) {
        if (options.csr() != null) {
            throw new InvalidValueException(
                    "the certificate " + name + " is to be for a signing request, whose key is elsewhere;"
                            + " expected one without, so that it can be shown from here");
        }
        if (certificates.putIfAbsent(requireNonNull(name, "name"), options) != null) {
            throw new InvalidValueException(
                    "there are two certificates under the name " + name + "; expected another name for the second");
        }
        return this;
    }

    /**
     * Sets the CA; Let's Encrypt by default. Begin with {@code AcmeServer.of("letsencrypt-staging", null)}.
     *
     * @param ca where it is
     * @return this
     */
    public CertificateKeeperBuilder server(AcmeServer ca) {
        this.server = requireNonNull(ca, "ca");
        return this;
    }

    /**
     * Sets where the CA may write to; nowhere by default.
     *
     * @param address a mail address
     * @return this
     */
    public CertificateKeeperBuilder email(String address) {
        this.email = requireNonNull(address, "address");
        return this;
    }

    /**
     * Agrees to the CA's terms of service, without which it makes no account.
     *
     * @return this
     */
    public CertificateKeeperBuilder agreeToTerms() {
        this.agreed = true;
        return this;
    }

    /**
     * Sets what the account is bound to, for CAs that make accounts for their customers only (RFC 8555 section 7.3.4).
     *
     * @param account key id and HMAC key from the CA
     * @return this
     */
    public CertificateKeeperBuilder externalAccount(ExternalAccount account) {
        this.externalAccount = requireNonNull(account, "account");
        return this;
    }

    /**
     * Stores everything in files, as the command line does: certificates, keys, the account, the schedule, and the journal by
     * which the challenge values of a killed process are removed at its next start.
     *
     * @param directory the directory; made if it is missing, with mode 0700
     * @return this
     */
    public CertificateKeeperBuilder directory(Path directory) {
        StateDirectory state = new StateDirectory(directory);
        this.storage = state.storage();
        this.journal = clock -> state.prepare().journal(clock);
        return this;
    }

    /**
     * Stores everything in a place of the program's own. There is no journal then: what a killed process leaves in the zone stays
     * there until somebody sweeps it.
     *
     * @param place the place
     * @return this
     */
    public CertificateKeeperBuilder storage(CertificateStorage place) {
        this.storage = requireNonNull(place, "place");
        this.journal = clock -> Journal.none();
        return this;
    }

    /**
     * Stores nothing beyond this process: each start makes a new account and orders every certificate anew. CAs limit that; Let's
     * Encrypt gives five certificates a week for the same names, so a program that restarts more often has none for days.
     *
     * @return this
     */
    public CertificateKeeperBuilder inMemory() {
        return storage(CertificateStorage.inMemory());
    }

    /**
     * Gives each certificate to somebody else as well, after the key manager and before the listener is told.
     *
     * @param target who gets it
     * @return this
     */
    public CertificateKeeperBuilder target(TlsTarget target) {
        targets.add(requireNonNull(target, "target"));
        return this;
    }

    /**
     * Sets who is told of new certificates and of failures; nobody by default, besides the log.
     *
     * @param told the listener
     * @return this
     */
    public CertificateKeeperBuilder listener(KeeperListener told) {
        this.listener = requireNonNull(told, "told");
        return this;
    }

    /**
     * Sets the API's address; the public one by default. Without effect with a solver of the program's own.
     *
     * @param url such as {@code https://admin.vps.org/api/v1}
     * @return this
     */
    public CertificateKeeperBuilder apiUrl(URI url) {
        this.apiUrl = requireNonNull(url, "url");
        return this;
    }

    /**
     * Sets the authoritative servers that are asked for challenge values; those that the zone names by default. Without effect
     * with a solver of the program's own.
     *
     * @param servers at least one
     * @return this
     */
    public CertificateKeeperBuilder nameServers(List<InetSocketAddress> servers) {
        this.nameServers = List.copyOf(servers);
        return this;
    }

    /**
     * Sets the clock; the system's by default.
     *
     * @param timekeeper the clock
     * @return this
     */
    public CertificateKeeperBuilder timekeeper(Timekeeper timekeeper) {
        this.time = requireNonNull(timekeeper, "timekeeper");
        return this;
    }

    /**
     * Shows what is stored and begins to keep it; what is missing is got in the background.
     *
     * @return the keeper, to be closed when the program ends
     * @throws InvalidValueException if no certificate or no place to store it was given, or the mail address is none
     * @throws io.github.vpsdns.acme.store.StoreException if what is stored cannot be read, or nothing can be stored there
     */
    public CertificateKeeper start() {
        requireStorage();
        jobs();
        if (solvers != null) {
            return new CertificateKeeper(this, solvers, () -> {}).start();
        }
        Journal notes = journal.apply(time);
        try {
            ApiSolverSource source =
                    new ApiSolverSource(apiUrl, requireNonNull(token, "token"), nameServers, notes, time);
            return new CertificateKeeper(this, source, notes::close).start();
        } catch (RuntimeException | Error e) {
            notes.close();
            throw e;
        }
    }

    CertificateStorage requireStorage() {
        return Optional.ofNullable(storage)
                .orElseThrow(() -> new InvalidValueException(
                        "there is no place to keep certificates in; expected directory(…), storage(…) or inMemory()"));
    }

    List<RenewalJob> jobs() {
        if (certificates.isEmpty()) {
            throw new InvalidValueException("there is no certificate to keep; expected certificate(…) at least once");
        }
        AccountSettings account = new AccountSettings(email, agreed, externalAccount);
        return certificates.entrySet().stream()
                .map(entry -> RenewalJob.of(entry.getKey(), RenewalRequest.of(entry.getValue(), server, account)))
                .toList();
    }

    List<TlsTarget> targets(TlsTarget first) {
        List<TlsTarget> all = new ArrayList<>(List.of(first));
        all.addAll(targets);
        return List.copyOf(all);
    }
}
