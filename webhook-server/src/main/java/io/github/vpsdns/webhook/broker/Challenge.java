// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.broker;

import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.webhook.store.ChallengeBook;
import java.time.Instant;

/**
 * A value that somebody wants in a zone.
 *
 * @param key where and what
 * @param owner who wants it: a user's name, or an acme-dns account's behind {@code acme-dns:}, which no user's name can begin with
 */
record Challenge(Key key, String owner) {
    /**
     * One text of a TXT record, whoever wants it.
     *
     * @param name the full name of the record
     * @param value its text
     */
    record Key(DomainName name, String value) {
        static Key of(ChallengeBook.Value row) {
            return new Key(row.name(), row.value());
        }
    }

    static Challenge of(ChallengeBook.Value row) {
        return new Challenge(Key.of(row), row.owner());
    }

    ChallengeBook.Value until(Instant end) {
        return new ChallengeBook.Value(key.name(), key.value(), owner, end);
    }
}
