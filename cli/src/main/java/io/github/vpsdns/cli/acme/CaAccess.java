// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.acme;

import io.github.vpsdns.acme.ca.AccountSettings;
import io.github.vpsdns.acme.ca.AcmeServer;
import io.github.vpsdns.acme.ca.ExternalAccount;
import io.github.vpsdns.acme.pem.Pem;
import io.github.vpsdns.acme.pem.PemException;
import io.github.vpsdns.cli.base.SecretFile;
import io.github.vpsdns.cli.base.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the options about a CA mean, checked before anything is done. Stateless. */
public final class CaAccess {
    private CaAccess() {}

    /**
     * Returns where the CA is.
     *
     * @param options what was given
     * @return the CA
     * @throws UsageException if the certificates to trust cannot be read
     * @throws io.github.vpsdns.core.InvalidValueException if it is neither a known name nor a URL
     */
    public static AcmeServer server(ServerOptions options) {
        requireReadable(options.serverCa, "--server-ca", Pem::readCertificates);
        return AcmeServer.of(options.server == null ? "letsencrypt" : options.server, options.serverCa);
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
