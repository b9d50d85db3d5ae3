// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.dns01;

import static java.util.Objects.requireNonNull;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.name.DomainName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * What a CA wants to see for one DNS-01 challenge (RFC 8555 section 8.4).
 *
 * @param challengeName where the CA begins to look, such as {@code _acme-challenge.example.com}
 * @param value the text of the TXT record: 43 characters of base64url
 */
public record ChallengeValue(DomainName challengeName, String value) {
    private static final String LABEL = "_acme-challenge";
    private static final Pattern DIGEST = Pattern.compile("[A-Za-z0-9_-]{43}");

    /**
     * Checks the value.
     *
     * @throws InvalidValueException if it is not 43 characters of base64url
     */
    public ChallengeValue {
        requireNonNull(challengeName, "challengeName");
        if (!isOne(value)) {
            throw new InvalidValueException("the value for '" + challengeName
                    + "' is not that of a dns-01 challenge; expected 43 characters of base64url, got "
                    + value.length());
        }
    }

    /**
     * Returns the value that a key authorization leads to.
     *
     * @param identifier the name to be proven, with or without {@code *.}
     * @param keyAuthorization the challenge's token, a dot and the thumbprint of the account's key (RFC 8555 section 8.1)
     * @return the value at the identifier's challenge name
     */
    public static ChallengeValue ofKeyAuthorization(DomainName identifier, String keyAuthorization) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(keyAuthorization.getBytes(StandardCharsets.UTF_8));
            return new ChallengeValue(
                    nameFor(identifier), Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * Returns where the CA looks for proof of a name.
     *
     * @param identifier the name to be proven, with or without {@code *.}
     * @return its challenge name, which it shares with its wildcard
     */
    public static DomainName nameFor(DomainName identifier) {
        return identifier.withoutWildcard().prepend(LABEL);
    }

    /** Tells whether a TXT record's text can be a challenge's value. */
    static boolean isOne(String text) {
        return DIGEST.matcher(text).matches();
    }

    /** The name that is proven here, as far as the challenge name shows it. */
    DomainName identifier() {
        return challengeName.labels().indexOf(LABEL) == 0 ? challengeName.parent() : challengeName;
    }
}
