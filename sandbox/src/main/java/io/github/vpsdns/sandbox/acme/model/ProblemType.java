// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.model;

import java.util.Arrays;
import java.util.Optional;

/** ACME error types (RFC 8555 §6.7, RFC 9773 §7.4, draft-ietf-acme-profiles) with the HTTP status usually sent along. */
public enum ProblemType {
    ACCOUNT_DOES_NOT_EXIST("accountDoesNotExist", 400),
    ALREADY_REPLACED("alreadyReplaced", 409),
    ALREADY_REVOKED("alreadyRevoked", 400),
    BAD_CSR("badCSR", 400),
    BAD_NONCE("badNonce", 400),
    BAD_PUBLIC_KEY("badPublicKey", 400),
    BAD_REVOCATION_REASON("badRevocationReason", 400),
    BAD_SIGNATURE_ALGORITHM("badSignatureAlgorithm", 400),
    CAA("caa", 403),
    COMPOUND("compound", 400),
    CONFLICT("conflict", 409),
    CONNECTION("connection", 400),
    DNS("dns", 400),
    EXTERNAL_ACCOUNT_REQUIRED("externalAccountRequired", 403),
    INCORRECT_RESPONSE("incorrectResponse", 403),
    INVALID_CONTACT("invalidContact", 400),
    INVALID_PROFILE("invalidProfile", 400),
    MALFORMED("malformed", 400),
    ORDER_NOT_READY("orderNotReady", 403),
    RATE_LIMITED("rateLimited", 429),
    REJECTED_IDENTIFIER("rejectedIdentifier", 400),
    SERVER_INTERNAL("serverInternal", 500),
    TLS("tls", 400),
    UNAUTHORIZED("unauthorized", 403),
    UNSUPPORTED_CONTACT("unsupportedContact", 400),
    UNSUPPORTED_IDENTIFIER("unsupportedIdentifier", 400),
    USER_ACTION_REQUIRED("userActionRequired", 403);

    static final String PREFIX = "urn:ietf:params:acme:error:";

    private final String word;
    private final int status;

    ProblemType(String word, int status) {
        this.word = word;
        this.status = status;
    }

    /** The whole URN, such as {@code urn:ietf:params:acme:error:badNonce}. */
    public String urn() {
        return PREFIX + word;
    }

    /** The last part of the URN, such as {@code badNonce}. */
    public String word() {
        return word;
    }

    /** The HTTP status this CA sends with the type. */
    public int status() {
        return status;
    }

    /** Finds a type by its word or whole URN; empty if there is none such. */
    public static Optional<ProblemType> parse(String wordOrUrn) {
        return Arrays.stream(values())
                .filter(type -> type.word.equals(wordOrUrn) || type.urn().equals(wordOrUrn))
                .findFirst();
    }
}
