// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.model;

import java.security.PublicKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A registered key (RFC 8555 §7.1.2).
 *
 * @param id last part of its URL
 * @param key verifies its requests
 * @param thumbprint of the key (RFC 7638, SHA-256, base64url)
 * @param contacts {@code mailto:} URLs; may be empty
 * @param status valid, deactivated or revoked
 * @param termsAgreed whether the holder agreed to the terms
 * @param externalKid the external account it is bound to, else null
 */
public record Account(
        String id,
        PublicKey key,
        String thumbprint,
        List<String> contacts,
        Status status,
        boolean termsAgreed,
        @Nullable String externalKid) {

    /** Copies the list. */
    public Account {
        contacts = List.copyOf(contacts);
    }

    /** The same with other contacts. */
    public Account withContacts(List<String> newContacts) {
        return new Account(id, key, thumbprint, newContacts, status, termsAgreed, externalKid);
    }

    /** The same in another state. */
    public Account withStatus(Status newStatus) {
        return new Account(id, key, thumbprint, contacts, newStatus, termsAgreed, externalKid);
    }

    /** The same under another key. */
    public Account withKey(PublicKey newKey, String newThumbprint) {
        return new Account(id, newKey, newThumbprint, contacts, status, termsAgreed, externalKid);
    }
}
