// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.control;

import java.util.Arrays;
import java.util.Optional;

/** The CA's resources, by the names they have in the directory or in RFC 8555 §7.1. */
public enum Endpoint {
    DIRECTORY("directory"),
    NEW_NONCE("newNonce"),
    NEW_ACCOUNT("newAccount"),
    ACCOUNT("account"),
    ORDERS("orders"),
    NEW_ORDER("newOrder"),
    ORDER("order"),
    AUTHORIZATION("authorization"),
    CHALLENGE("challenge"),
    FINALIZE("finalize"),
    CERTIFICATE("certificate"),
    REVOKE_CERT("revokeCert"),
    KEY_CHANGE("keyChange"),
    RENEWAL_INFO("renewalInfo"),
    TERMS("terms");

    private final String word;

    Endpoint(String word) {
        this.word = word;
    }

    /** The name in JSON. */
    public String word() {
        return word;
    }

    /** Finds one by its name in JSON; empty if there is none such. */
    public static Optional<Endpoint> parse(String word) {
        return Arrays.stream(values())
                .filter(endpoint -> endpoint.word.equals(word))
                .findFirst();
    }
}
