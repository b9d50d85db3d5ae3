// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.store;

import java.net.URI;
import java.security.KeyPair;
import java.time.Instant;
import java.util.List;

/**
 * An account at a certificate authority.
 *
 * @param url the account's URL, which the authority gave
 * @param contacts the contact URLs as the authority has them, such as {@code mailto:admin@example.com}
 * @param created when it was created or found
 * @param key the account's key; not printed
 */
public record StoredAccount(URI url, List<String> contacts, Instant created, KeyPair key) {
    /** Copies the contacts. */
    public StoredAccount {
        contacts = List.copyOf(contacts);
    }

    /**
     * Gives it other contacts.
     *
     * @param other the contact URLs
     * @return the changed account
     */
    public StoredAccount withContacts(List<String> other) {
        return new StoredAccount(url, other, created, key);
    }

    /**
     * Gives it another key.
     *
     * @param other the key
     * @return the changed account
     */
    public StoredAccount withKey(KeyPair other) {
        return new StoredAccount(url, contacts, created, other);
    }

    @Override
    public String toString() {
        return "StoredAccount[url=" + url + ", contacts=" + contacts + ", created=" + created + ", key=***]";
    }
}
