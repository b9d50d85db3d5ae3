// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.acme;

import static java.util.Objects.requireNonNullElse;

import io.github.vpsdns.acme.ca.AccountSettings;
import io.github.vpsdns.acme.ca.AcmeServer;
import io.github.vpsdns.acme.ca.ExternalAccount;
import io.github.vpsdns.acme.dns01.DnsChallengeType;
import io.github.vpsdns.acme.pem.Csr;
import io.github.vpsdns.acme.pem.KeyType;
import io.github.vpsdns.acme.pem.Pem;
import io.github.vpsdns.acme.store.RenewalSettings;
import io.github.vpsdns.acme.store.RenewalSettingsBuilder;
import io.github.vpsdns.cli.base.UsageException;
import io.github.vpsdns.core.name.DomainName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the line and the environment say of a certificate's settings, all of it understood and checked before anything is done.
 *
 * <p>What they do not say is left to what is stored, or to the defaults. An empty value takes a stored one back.
 */
public final class GivenSettings {
    private static final Pattern ADDRESS = Pattern.compile("[0-9]+(\\.[0-9]+){3}");

    private final CertificateOptions certificate;
    private final ServerOptions server;
    private final ChallengeOptions challenge;
    private final List<DomainName> names;
    private final @Nullable KeyType keyType;
    private final @Nullable AcmeServer ca;
    private final @Nullable String challengeType;
    private final @Nullable DomainName alias;
    private final @Nullable ExternalAccount externalAccount;

    private GivenSettings(CertificateOptions certificate, ServerOptions server, ChallengeOptions challenge) {
        this.certificate = certificate;
        this.server = server;
        this.challenge = challenge;
        this.names = names(certificate);
        this.keyType = ifGiven(certificate.keyType, KeyType::of);
        this.ca = ifGiven(server.server, name -> AcmeServer.of(name, null));
        this.challengeType =
                ifGiven(challenge.type, type -> DnsChallengeType.of(type).wireName());
        this.alias = ifSet(challenge.alias, DomainName::of);
        this.externalAccount = CaAccess.externalAccount(server);
        AccountSettings unused = new AccountSettings(ifSet(server.email, email -> email), false, null);
    }

    /**
     * Reads options.
     *
     * @param certificate what certificate
     * @param server which CA
     * @param challenge how names are proven
     * @return what they say
     * @throws UsageException if a file cannot be used, or options contradict each other
     * @throws io.github.vpsdns.core.InvalidValueException if a value is wrong
     */
    public static GivenSettings of(CertificateOptions certificate, ServerOptions server, ChallengeOptions challenge) {
        CaAccess.requireReadable(certificate.csr, "--csr", Csr::read);
        CaAccess.requireReadable(server.serverCa, "--server-ca", Pem::readCertificates);
        return new GivenSettings(certificate, server, challenge);
    }

    /**
     * Gives nothing.
     *
     * @return what leaves all as it is stored
     */
    public static GivenSettings none() {
        return new GivenSettings(new CertificateOptions(), new ServerOptions(), new ChallengeOptions());
    }

    /**
     * Returns which names were given.
     *
     * @return the names, of the line or of a signing request; none if none was
     */
    public List<DomainName> names() {
        return names;
    }

    /** Returns the settings of a certificate of which nothing is stored. */
    RenewalSettings fresh() {
        if (names.isEmpty()) {
            throw new UsageException(
                    "no name to get a certificate for; give -d NAME, as often as needed, or --csr FILE");
        }
        AcmeServer byDefault = AcmeServer.of("letsencrypt", null);
        return over(RenewalSettings.builder(names, byDefault.directory()).build());
    }

    /**
     * Replaces what was given.
     *
     * @param stored the settings so far
     * @return what is wanted now
     * @throws UsageException if what was given contradicts what stays
     * @throws io.github.vpsdns.core.InvalidValueException if a value is wrong
     */
    public RenewalSettings over(RenewalSettings stored) {
        RenewalSettingsBuilder settings = stored.toBuilder();
        if (!names.isEmpty()) {
            settings.names(names);
        }
        if (ca != null) {
            settings.server(ca.directory());
        }
        if (keyType != null) {
            settings.keyType(keyType);
        }
        if (certificate.reuseKey != null) {
            settings.reuseKey(certificate.reuseKey);
        }
        if (challengeType != null) {
            settings.challenge(challengeType);
        }
        if (challenge.alias != null) {
            settings.alias(alias);
        }
        if (challenge.propagationTimeout != null) {
            settings.propagationTimeout(challenge.propagationTimeout);
        }
        replaceTexts(settings);
        replaceFiles(settings);
        return consistent(withPersistence(settings.build()));
    }

    /**
     * Says what is needed for an account.
     *
     * @param settings what is wanted
     * @return what an account at the CA needs, if there is none yet
     */
    public AccountSettings account(RenewalSettings settings) {
        return new AccountSettings(settings.email(), server.agreeToTerms, externalAccount);
    }

    private static <T> @Nullable T ifGiven(@Nullable String given, Function<String, T> parse) {
        return given == null ? null : parse.apply(given);
    }

    private static <T> @Nullable T ifSet(@Nullable String given, Function<String, T> parse) {
        return given == null || given.isBlank() ? null : parse.apply(given);
    }

    private void replaceTexts(RenewalSettingsBuilder settings) {
        replaceText(server.email, settings::email);
        replaceText(certificate.profile, settings::profile);
        replaceText(certificate.preferredChain, settings::preferredChain);
        replaceText(certificate.deployHook, settings::deployHook);
    }

    private void replaceFiles(RenewalSettingsBuilder settings) {
        replaceFile(server.serverCa, settings::serverCa);
        replaceFile(certificate.csr, settings::csr);
        replaceFile(certificate.keystorePasswordFile, settings::keystorePasswordFile);
    }

    private static void replaceText(@Nullable String given, Consumer<@Nullable String> target) {
        if (given != null) {
            target.accept(given.isBlank() ? null : given);
        }
    }

    private static void replaceFile(@Nullable Path given, Consumer<@Nullable Path> target) {
        if (given != null) {
            target.accept(given.toString().isEmpty() ? null : given);
        }
    }

    /** Records that stay belong to one challenge: with another, what was said of them before is forgotten. */
    private RenewalSettings withPersistence(RenewalSettings settings) {
        boolean persistent = settings.challenge().equals(DnsChallengeType.DNS_PERSIST_01.wireName());
        if (challenge.persistFor != null && !persistent) {
            throw new UsageException(
                    "--persist-for is about records that stay; give --challenge dns-persist-01 as well");
        }
        Duration validFor = challenge.persistFor != null ? challenge.persistFor : settings.persistFor();
        return settings.toBuilder().persistFor(persistent ? validFor : null).build();
    }

    private static RenewalSettings consistent(RenewalSettings settings) {
        if (settings.csr() != null && settings.reuseKey()) {
            throw new UsageException(
                    "--reuse-key needs a key that is kept here, and with --csr none is; leave one out");
        }
        if (settings.csr() != null && settings.keystorePasswordFile() != null) {
            throw new UsageException(
                    "--keystore-password-file needs the key, which is elsewhere with --csr; leave one out");
        }
        return settings;
    }

    private static List<DomainName> names(CertificateOptions certificate) {
        List<DomainName> given = requireNonNullElse(certificate.domains, List.<String>of()).stream()
                .map(DomainName::of)
                .map(GivenSettings::requireName)
                .distinct()
                .toList();
        Path csr = certificate.csr;
        return given.isEmpty() && csr != null && !csr.toString().isEmpty()
                ? Csr.read(csr).names()
                : given;
    }

    private static DomainName requireName(DomainName name) {
        if (ADDRESS.matcher(name.toString()).matches()) {
            throw new UsageException(
                    "-d: '" + name + "' is an address; certificates are proven through DNS, so expected a name");
        }
        return name;
    }
}
