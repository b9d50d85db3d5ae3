// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.acme;

import io.github.vpsdns.acme.ca.AccountSettings;
import io.github.vpsdns.acme.ca.AcmeServer;
import io.github.vpsdns.acme.dns01.DnsChallengeType;
import io.github.vpsdns.acme.pem.Csr;
import io.github.vpsdns.acme.pem.KeyType;
import io.github.vpsdns.acme.pem.PemException;
import io.github.vpsdns.acme.store.LineageName;
import io.github.vpsdns.acme.store.RenewalSettings;
import io.github.vpsdns.cli.base.UsageException;
import io.github.vpsdns.core.edit.ZoneDirectory;
import io.github.vpsdns.core.name.DomainName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What was asked for on the line, all of it understood and checked before anything is done. It never shows its secrets. */
final class IssueRequest {
    private static final Pattern ADDRESS = Pattern.compile("[0-9]+(\\.[0-9]+){3}");

    private final LineageName lineage;
    private final RenewalSettings settings;
    private final AccountSettings account;
    private final @Nullable String keystorePassword;

    private IssueRequest(
            LineageName lineage, RenewalSettings settings, AccountSettings account, @Nullable String keystorePassword) {
        this.lineage = lineage;
        this.settings = settings;
        this.account = account;
        this.keystorePassword = keystorePassword;
    }

    static IssueRequest of(CertificateOptions certificate, ServerOptions server, ChallengeOptions challenge) {
        requireReadable(certificate.csr, "--csr", Csr::read);
        if (certificate.csr != null && certificate.reuseKey) {
            throw new UsageException(
                    "--reuse-key needs a key that is kept here, and with --csr none is; leave one out");
        }
        List<DomainName> names = names(certificate);
        AcmeServer ca = CaAccess.server(server);
        RenewalSettings settings = new RenewalSettings(
                names,
                ca.directory(),
                server.serverCa,
                server.email,
                KeyType.of(certificate.keyType),
                certificate.reuseKey,
                certificate.csr,
                certificate.profile,
                certificate.preferredChain,
                challenge.type,
                challenge.alias == null ? null : DomainName.of(challenge.alias),
                challenge.propagationTimeout,
                certificate.deployHook,
                certificate.keystorePasswordFile,
                persistFor(challenge));
        return new IssueRequest(
                certificate.lineage == null ? LineageName.of(names.get(0)) : new LineageName(certificate.lineage),
                settings,
                CaAccess.account(server),
                keystorePassword(certificate));
    }

    /** Returns what the certificate is called. */
    LineageName lineage() {
        return lineage;
    }

    /** Returns what is kept for its renewal. */
    RenewalSettings settings() {
        return settings;
    }

    /** Returns what an account at the CA needs. */
    AccountSettings account() {
        return account;
    }

    /** Returns the password for a PKCS#12 file, or {@code null} if none is wanted. */
    char @Nullable [] keystorePassword() {
        return keystorePassword == null ? null : keystorePassword.toCharArray();
    }

    /**
     * Asks the API for its zones before the CA is bothered, so that a wrong token costs no order. The answer is kept by the
     * directory and not asked for again. Where records stay, the API may not be needed at all.
     */
    void requireZones(ZoneDirectory zones) {
        if (settings.challenge().equals(DnsChallengeType.DNS_PERSIST_01.wireName())) {
            return;
        }
        @Nullable DomainName alias = settings.alias();
        if (alias == null) {
            zones.all();
        } else {
            zones.zoneOf(alias);
        }
    }

    private static List<DomainName> names(CertificateOptions certificate) {
        List<DomainName> given = certificate.domains.stream()
                .map(DomainName::of)
                .map(IssueRequest::requireName)
                .distinct()
                .toList();
        if (!given.isEmpty()) {
            return given;
        }
        if (certificate.csr == null) {
            throw new UsageException(
                    "no name to get a certificate for; give -d NAME, as often as needed, or --csr FILE");
        }
        return Csr.read(certificate.csr).names();
    }

    private static @Nullable Duration persistFor(ChallengeOptions challenge) {
        if (challenge.persistFor != null && !challenge.type.equals(DnsChallengeType.DNS_PERSIST_01.wireName())) {
            throw new UsageException(
                    "--persist-for is about records that stay; give --challenge dns-persist-01 as well");
        }
        return challenge.persistFor;
    }

    private static void requireReadable(@Nullable Path file, String option, Consumer<Path> reader) {
        if (file == null) {
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

    private static DomainName requireName(DomainName name) {
        if (ADDRESS.matcher(name.toString()).matches()) {
            throw new UsageException(
                    "-d: '" + name + "' is an address; certificates are proven through DNS, so expected a name");
        }
        return name;
    }

    private static @Nullable String keystorePassword(CertificateOptions certificate) {
        if (certificate.keystorePasswordFile == null) {
            return null;
        }
        if (certificate.csr != null) {
            throw new UsageException(
                    "--keystore-password-file needs the key, which is elsewhere with --csr; leave one out");
        }
        return SecretFile.read(certificate.keystorePasswordFile, "--keystore-password-file");
    }
}
