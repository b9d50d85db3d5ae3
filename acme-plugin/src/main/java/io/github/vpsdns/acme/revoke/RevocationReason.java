// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.revoke;

import io.github.vpsdns.core.InvalidValueException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Why a certificate is revoked: of the codes of RFC 5280 section 5.3.1, those that subscribers may give. */
public enum RevocationReason {
    /** No reason is given. */
    UNSPECIFIED(0, "unspecified"),
    /** Somebody else has, or may have, the certificate's private key. */
    KEY_COMPROMISE(1, "keyCompromise"),
    /** The subject's name or another part of who it is has changed. */
    AFFILIATION_CHANGED(3, "affiliationChanged"),
    /** Another certificate has taken its place. */
    SUPERSEDED(4, "superseded"),
    /** The names are no longer served, or no longer ours. */
    CESSATION_OF_OPERATION(5, "cessationOfOperation");

    private final int code;
    private final String word;

    RevocationReason(int code, String word) {
        this.code = code;
        this.word = word;
    }

    /**
     * Finds a reason.
     *
     * @param text its name in RFC 5280, in any case, with or without hyphens, or its number
     * @return the reason
     * @throws InvalidValueException if there is none such
     */
    public static RevocationReason of(String text) {
        String plain = text.replace("-", "");
        return Arrays.stream(values())
                .filter(reason -> reason.word.equalsIgnoreCase(plain)
                        || Integer.toString(reason.code).equals(text))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException("'" + text
                        + "' is no reason for a revocation; expected one of "
                        + Arrays.stream(values())
                                .map(reason -> reason.word + " (" + reason.code + ")")
                                .collect(Collectors.joining(", "))));
    }

    /**
     * Returns its number.
     *
     * @return the code of RFC 5280
     */
    public int code() {
        return code;
    }

    /**
     * Returns its name.
     *
     * @return as in RFC 5280, such as {@code keyCompromise}
     */
    @Override
    public String toString() {
        return word;
    }
}
