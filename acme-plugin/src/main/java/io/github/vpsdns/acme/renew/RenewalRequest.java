// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.renew;

import static java.util.Objects.requireNonNull;

import io.github.vpsdns.acme.ca.AccountSettings;
import io.github.vpsdns.acme.ca.AcmeServer;
import io.github.vpsdns.acme.delegation.Delegation;
import io.github.vpsdns.acme.dns01.DnsChallengeType;
import io.github.vpsdns.acme.issue.IssueOptions;
import io.github.vpsdns.acme.pem.Csr;
import io.github.vpsdns.acme.store.RenewalSettings;
import io.github.vpsdns.core.InvalidValueException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Which certificate is wanted, from whom, and what is to become of it.
 *
 * @param options what is ordered; what it replaces is not said here but found out
 * @param server the CA
 * @param account what is needed to make an account there
 * @param reuseKey whether the next certificate is for the key of the one before
 * @param delegation what to do about CNAME records, or {@code null} for what the solver does
 * @param propagationTimeout how long to wait for the name servers, more than zero, or {@code null} for what the solver waits
 * @param keystorePassword what a PKCS#12 file is to be locked with, or {@code null} if none is wanted; not printed
 * @param deployer what puts the certificate to use, or {@code null}
 */
public record RenewalRequest(
        IssueOptions options,
        AcmeServer server,
        AccountSettings account,
        boolean reuseKey,
        @Nullable Delegation delegation,
        @Nullable Duration propagationTimeout,
        @Nullable String keystorePassword,
        @Nullable Deployer deployer) {
    /**
     * Checks what does not go together.
     *
     * @throws InvalidValueException if a PKCS#12 file is wanted without a key or with an empty password
     */
    public RenewalRequest {
        requireNonNull(options, "options");
        requireNonNull(server, "server");
        requireNonNull(account, "account");
        if (keystorePassword != null && (options.csr() != null || keystorePassword.isEmpty())) {
            throw new InvalidValueException(
                    options.csr() != null
                            ? "a PKCS#12 file needs the private key, which is not known with a signing request"
                            : "the password for the PKCS#12 file is empty; expected at least one character");
        }
    }

    /**
     * Wants a certificate with a new key each time and nothing else.
     *
     * @param options what is ordered
     * @param server the CA
     * @param account what is needed to make an account there
     * @return the request
     */
    public static RenewalRequest of(IssueOptions options, AcmeServer server, AccountSettings account) {
        return new RenewalRequest(options, server, account, false, null, null, null, null);
    }

    /**
     * Wants what was said at an issue.
     *
     * @param settings what was said; its deploy hook and the file of a password are for the caller
     * @param account what is needed to make an account at the CA
     * @return the request
     * @throws InvalidValueException if the settings contradict themselves
     * @throws io.github.vpsdns.acme.pem.PemException if the signing request cannot be read
     */
    public static RenewalRequest of(RenewalSettings settings, AccountSettings account) {
        Csr csr = settings.csr() == null ? null : Csr.read(settings.csr());
        IssueOptions plain = IssueOptions.of(settings.names());
        IssueOptions options = new IssueOptions(
                settings.names(),
                csr,
                settings.keyType(),
                settings.profile(),
                settings.preferredChain(),
                DnsChallengeType.of(settings.challenge()),
                plain.validationTimeout(),
                plain.issuanceTimeout(),
                null,
                settings.persistFor());
        return new RenewalRequest(
                options,
                new AcmeServer(settings.server(), settings.serverCa()),
                account,
                settings.reuseKey(),
                settings.alias() == null ? null : new Delegation.Alias(settings.alias()),
                settings.propagationTimeout(),
                null,
                null);
    }

    /**
     * Wants to keep the key, or not.
     *
     * @param reuse whether the next certificate is for the key of the one before
     * @return the changed request
     */
    public RenewalRequest withReuseKey(boolean reuse) {
        return new RenewalRequest(
                options, server, account, reuse, delegation, propagationTimeout, keystorePassword, deployer);
    }

    /**
     * Wants a PKCS#12 file.
     *
     * @param password what it is to be locked with, or {@code null} for no such file
     * @return the changed request
     * @throws InvalidValueException as the constructor
     */
    public RenewalRequest withKeystorePassword(@Nullable String password) {
        return new RenewalRequest(
                options, server, account, reuseKey, delegation, propagationTimeout, password, deployer);
    }

    /**
     * Wants the certificate to be put to use.
     *
     * @param told what does so, or {@code null}
     * @return the changed request
     */
    public RenewalRequest withDeployer(@Nullable Deployer told) {
        return new RenewalRequest(
                options, server, account, reuseKey, delegation, propagationTimeout, keystorePassword, told);
    }

    @Override
    public String toString() {
        return "RenewalRequest[" + options.names() + " of " + server.host() + "]";
    }
}
