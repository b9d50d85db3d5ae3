// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.ca;

import io.github.vpsdns.core.InvalidValueException;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * An account at the CA outside of ACME, to which the ACME account is bound when it is made (RFC 8555 section 7.3.4).
 *
 * <p>It never shows its secret. Immutable and thread-safe.
 */
public final class ExternalAccount {
    /** HS256 takes no shorter ones (RFC 7518 section 3.2). */
    private static final int SHORTEST_KEY = 32;

    private final String keyId;
    private final byte[] hmac;

    private ExternalAccount(String keyId, byte[] hmac) {
        this.keyId = keyId;
        this.hmac = hmac;
    }

    /**
     * Takes the two values that the CA shows.
     *
     * @param keyId the key identifier
     * @param hmac the HMAC key in base64url or, as some web sites show it, base64; white space around it is dropped
     * @return the account
     * @throws InvalidValueException if one is empty, or the key is not base64url or shorter than 32 bytes; the message does not
     *     quote it
     */
    public static ExternalAccount of(String keyId, String hmac) {
        if (keyId.isBlank()) {
            throw new InvalidValueException(
                    "the key identifier of the external account is empty; expected what the CA shows");
        }
        byte[] key;
        try {
            key = Base64.getUrlDecoder().decode(hmac.strip().replace('+', '-').replace('/', '_'));
        } catch (IllegalArgumentException e) {
            throw new InvalidValueException(
                    "the HMAC key of the external account is not base64url; expected letters, digits, - and _ as the CA shows");
        }
        if (key.length == 0) {
            throw new InvalidValueException(
                    "the HMAC key of the external account is empty; expected what the CA shows");
        }
        if (key.length < SHORTEST_KEY) {
            throw new InvalidValueException("the HMAC key of the external account is cut short: it has " + key.length
                    + " bytes; expected at least " + SHORTEST_KEY + ", which are 43 characters of base64url");
        }
        return new ExternalAccount(keyId.strip(), key);
    }

    /**
     * Returns the key identifier.
     *
     * @return what the CA shows; no secret
     */
    public String keyId() {
        return keyId;
    }

    /**
     * Returns the HMAC key, which is a secret.
     *
     * @return the key
     */
    public SecretKey hmac() {
        return new SecretKeySpec(hmac, "HMAC");
    }

    @Override
    public String toString() {
        return keyId + " ***";
    }
}
