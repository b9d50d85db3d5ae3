// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.issue;

import io.github.vpsdns.acme.dns01.DnsChallengeType;
import io.github.vpsdns.acme.pem.Csr;
import io.github.vpsdns.acme.pem.KeyType;
import io.github.vpsdns.acme.persist.PersistentProofs;
import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.name.DomainName;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What certificate is wanted, and how long it may take.
 *
 * @param names the names, wildcards among them; at least one, each once
 * @param csr a request made elsewhere for exactly these names, or {@code null} to make one with a key of our own
 * @param keyType the kind of a new key
 * @param profile which of the CA's profiles (draft-ietf-acme-profiles), or {@code null} for its default
 * @param preferredChain common name of an issuer that the chain should lead to, or {@code null} for the CA's default; where no
 *     chain does, the default is taken
 * @param challenge which challenge is answered
 * @param validationTimeout limit for the CA to validate all names, more than zero
 * @param issuanceTimeout limit for the CA to issue after that, more than zero
 * @param replaces the certificate of the same CA that the new one comes in place of (RFC 9773 section 5), or {@code null}; a CA
 *     that takes no notice of such, or does not want to hear it of this one, gets a plain order
 * @param persistFor for how long records of {@link DnsChallengeType#DNS_PERSIST_01} shall hold from being written, at least {@link
 *     PersistentProofs#SHORTEST}, or {@code null} for as long as they stand; of no meaning for other challenges
 */
public record IssueOptions(
        List<DomainName> names,
        @Nullable Csr csr,
        KeyType keyType,
        @Nullable String profile,
        @Nullable String preferredChain,
        DnsChallengeType challenge,
        Duration validationTimeout,
        Duration issuanceTimeout,
        @Nullable X509Certificate replaces,
        @Nullable Duration persistFor) {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /**
     * Checks the options.
     *
     * @throws InvalidValueException if there is no name, or the names of the request are others, or a limit is not positive
     */
    public IssueOptions {
        names = names.stream().distinct().toList();
        if (names.isEmpty()) {
            throw new InvalidValueException("a certificate needs at least one name; none is given");
        }
        if (csr != null && !(csr.names().containsAll(names) && names.containsAll(csr.names()))) {
            throw new InvalidValueException(
                    "the signing request is for " + csr.names() + ", not for " + names + "; expected the same names");
        }
        if (isNotPositive(validationTimeout) || isNotPositive(issuanceTimeout)) {
            throw new InvalidValueException("the limits for validation and issuance must be more than zero, not "
                    + validationTimeout + " and " + issuanceTimeout);
        }
        if (persistFor != null && persistFor.compareTo(PersistentProofs.SHORTEST) < 0) {
            throw new InvalidValueException(
                    "persistent proofs for " + persistFor + " are refused; expected at least an hour");
        }
    }

    /**
     * Asks for records that hold as long as they stand, where there are such.
     *
     * @param names as above
     * @param csr as above
     * @param keyType as above
     * @param profile as above
     * @param preferredChain as above
     * @param challenge as above
     * @param validationTimeout as above
     * @param issuanceTimeout as above
     * @param replaces as above
     */
    public IssueOptions(
            List<DomainName> names,
            @Nullable Csr csr,
            KeyType keyType,
            @Nullable String profile,
            @Nullable String preferredChain,
            DnsChallengeType challenge,
            Duration validationTimeout,
            Duration issuanceTimeout,
            @Nullable X509Certificate replaces) {
        this(
                names,
                csr,
                keyType,
                profile,
                preferredChain,
                challenge,
                validationTimeout,
                issuanceTimeout,
                replaces,
                null);
    }

    /**
     * Asks for a certificate with a new key of kind P-256 and the CA's defaults.
     *
     * @param names the names
     * @return the options
     */
    public static IssueOptions of(Collection<DomainName> names) {
        return new IssueOptions(
                List.copyOf(names), null, KeyType.P256, null, null, DnsChallengeType.DNS_01, PATIENCE, PATIENCE, null);
    }

    /**
     * Asks for a certificate for a request that was made elsewhere, with the CA's defaults.
     *
     * @param csr the request
     * @return the options
     */
    public static IssueOptions of(Csr csr) {
        return new IssueOptions(
                csr.names(), csr, KeyType.P256, null, null, DnsChallengeType.DNS_01, PATIENCE, PATIENCE, null);
    }

    /**
     * Asks for another kind of key.
     *
     * @param type the kind of a new key
     * @return the changed options
     */
    public IssueOptions withKeyType(KeyType type) {
        return new IssueOptions(
                names,
                csr,
                type,
                profile,
                preferredChain,
                challenge,
                validationTimeout,
                issuanceTimeout,
                replaces,
                persistFor);
    }

    /**
     * Asks for a profile.
     *
     * @param wanted its name, or {@code null} for the CA's default
     * @return the changed options
     */
    public IssueOptions withProfile(@Nullable String wanted) {
        return new IssueOptions(
                names,
                csr,
                keyType,
                wanted,
                preferredChain,
                challenge,
                validationTimeout,
                issuanceTimeout,
                replaces,
                persistFor);
    }

    /**
     * Asks for a chain.
     *
     * @param issuer common name of an issuer in it, or {@code null} for the CA's default
     * @return the changed options
     */
    public IssueOptions withPreferredChain(@Nullable String issuer) {
        return new IssueOptions(
                names,
                csr,
                keyType,
                profile,
                issuer,
                challenge,
                validationTimeout,
                issuanceTimeout,
                replaces,
                persistFor);
    }

    /**
     * Asks for another challenge.
     *
     * @param type the challenge type
     * @return the changed options
     */
    public IssueOptions withChallenge(DnsChallengeType type) {
        return new IssueOptions(
                names,
                csr,
                keyType,
                profile,
                preferredChain,
                type,
                validationTimeout,
                issuanceTimeout,
                replaces,
                persistFor);
    }

    /**
     * Changes the limits.
     *
     * @param validation for the CA to validate all names
     * @param issuance for the CA to issue after that
     * @return the changed options
     */
    public IssueOptions within(Duration validation, Duration issuance) {
        return new IssueOptions(
                names, csr, keyType, profile, preferredChain, challenge, validation, issuance, replaces, persistFor);
    }

    /**
     * Tells the CA which of its certificates the new one replaces.
     *
     * @param predecessor the certificate, or {@code null} for none
     * @return the changed options
     */
    public IssueOptions withReplaces(@Nullable X509Certificate predecessor) {
        return new IssueOptions(
                names,
                csr,
                keyType,
                profile,
                preferredChain,
                challenge,
                validationTimeout,
                issuanceTimeout,
                predecessor,
                persistFor);
    }

    /**
     * Says for how long the records of {@link DnsChallengeType#DNS_PERSIST_01} shall hold.
     *
     * @param validFor how long from being written, at least {@link PersistentProofs#SHORTEST}; {@code null} for as long as they stand
     * @return the changed options
     */
    public IssueOptions withPersistFor(@Nullable Duration validFor) {
        return new IssueOptions(
                names,
                csr,
                keyType,
                profile,
                preferredChain,
                challenge,
                validationTimeout,
                issuanceTimeout,
                replaces,
                validFor);
    }

    private static boolean isNotPositive(Duration limit) {
        return limit.isZero() || limit.isNegative();
    }
}
