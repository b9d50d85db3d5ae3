// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.broker;

import io.github.vpsdns.webhook.store.ChallengeBook;
import java.time.Instant;

/**
 * A value that somebody wants in a zone.
 *
 * @param key where and what
 * @param owner who wants it: a user's name, or an acme-dns account's behind {@code acme-dns:}, which no user's name can begin with
 */
record Challenge(TxtValue key, String owner) {
    static Challenge of(ChallengeBook.Value row) {
        return new Challenge(TxtValue.of(row), row.owner());
    }

    ChallengeBook.Value until(Instant end) {
        return new ChallengeBook.Value(key.name(), key.value(), owner, end);
    }
}
