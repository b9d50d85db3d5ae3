// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.acme;

import io.github.vpsdns.acme.ca.AccountSettings;
import io.github.vpsdns.acme.ca.AcmeServer;
import io.github.vpsdns.acme.ca.ExternalAccount;
import io.github.vpsdns.acme.pem.Pem;
import io.github.vpsdns.acme.pem.PemException;
import io.github.vpsdns.acme.store.LineageName;
import io.github.vpsdns.acme.store.RenewalSettings;
import io.github.vpsdns.acme.store.StateDirectory;
import io.github.vpsdns.acme.store.StoreException;
import io.github.vpsdns.cli.base.SecretFile;
import io.github.vpsdns.cli.base.UsageException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the options about a CA mean, checked before anything is done. Stateless. */
public final class CaAccess {
    private static final Logger LOG = LoggerFactory.getLogger(CaAccess.class);

    private CaAccess() {}

    /**
     * Returns the CA that is meant: the one that was given; otherwise the one of which there is an account; otherwise Let's
     * Encrypt.
     *
     * @param options what was given
     * @param state where accounts and settings are kept
     * @return the CA
     * @throws UsageException if there are accounts at several CAs and none was given, or the certificates to trust cannot be read
     * @throws io.github.vpsdns.core.InvalidValueException if it is neither a known name nor a URL
     */
    public static AcmeServer server(ServerOptions options, StateDirectory state) {
        URI directory = options.server != null
                ? AcmeServer.of(options.server, null).directory()
                : onlyAccount(state)
                        .orElseGet(() -> AcmeServer.of("letsencrypt", null).directory());
        return known(state, directory, options.serverCa);
    }

    /**
     * Returns the CA of which there is an account.
     *
     * @param state where accounts are kept
     * @return its ACME directory; empty if there is no account
     * @throws UsageException if there are accounts at several CAs
     */
    public static Optional<URI> onlyAccount(StateDirectory state) {
        List<URI> servers = state.accounts().list();
        if (servers.size() > 1) {
            throw new UsageException("there are accounts at several CAs; name one with --server: "
                    + servers.stream().map(URI::toString).collect(Collectors.joining(", ")));
        }
        return servers.stream().findFirst();
    }

    /**
     * Returns a CA of which something is kept. A private CA's certificates were named when a certificate was issued, and need
     * not be named again.
     *
     * @param state where settings are kept
     * @param directory the CA's ACME directory
     * @param serverCa certificates to trust there, if given on the line
     * @return the CA, with the certificates that were given, now or then
     * @throws UsageException if the given certificates cannot be read
     */
    public static AcmeServer known(StateDirectory state, URI directory, @Nullable Path serverCa) {
        requireTrusted(serverCa);
        Path trusted = serverCa != null
                ? serverCa
                : settings(state).stream()
                        .filter(settings -> settings.server().equals(directory))
                        .map(RenewalSettings::serverCa)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        return new AcmeServer(directory, trusted);
    }

    /**
     * Makes sure that certificates to trust at a CA can be read.
     *
     * @param serverCa their file, or {@code null} if none was given
     * @throws UsageException if they cannot
     */
    public static void requireTrusted(@Nullable Path serverCa) {
        requireReadable(serverCa, "--server-ca", Pem::readCertificates);
    }

    /**
     * Returns the settings of all certificates that can be renewed.
     *
     * @param state where settings are kept
     * @return all that can be read; 'acme list' tells of the others
     */
    public static List<RenewalSettings> settings(StateDirectory state) {
        List<RenewalSettings> all = new ArrayList<>();
        for (LineageName name : state.renewals().list()) {
            try {
                state.renewals().load(name).ifPresent(all::add);
            } catch (StoreException e) {
                LOG.debug("{} is passed over: {}", name, e.getMessage());
            }
        }
        return all;
    }

    /**
     * Returns what an account there needs, if there is none yet.
     *
     * @param options what was given
     * @return the settings
     * @throws UsageException if only half of an external account is given, or its secret cannot be read
     * @throws io.github.vpsdns.core.InvalidValueException if the address or the external account is none
     */
    public static AccountSettings account(ServerOptions options) {
        return new AccountSettings(options.email, options.agreeToTerms, externalAccount(options));
    }

    static @Nullable ExternalAccount externalAccount(ServerOptions server) {
        if (server.eabKeyId == null && server.eabHmacFile == null) {
            return null;
        }
        if (server.eabKeyId == null || server.eabHmacFile == null) {
            throw new UsageException("an external account binding needs both --eab-kid and --eab-hmac-file");
        }
        return ExternalAccount.of(server.eabKeyId, SecretFile.read(server.eabHmacFile, "--eab-hmac-file"));
    }

    static void requireReadable(@Nullable Path file, String option, Consumer<Path> reader) {
        if (file == null || file.toString().isEmpty()) {
            return;
        }
        if (!Files.isReadable(file)) {
            throw new UsageException(option + ": '" + file
                    + (Files.exists(file) ? "' may not be read by this user" : "' does not exist; expected a file"));
        }
        try {
            reader.accept(file);
        } catch (PemException e) {
            throw new UsageException(option + ": " + e.getMessage());
        }
    }
}
