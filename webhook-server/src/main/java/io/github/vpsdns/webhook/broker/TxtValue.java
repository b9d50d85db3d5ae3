// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.broker;

import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.webhook.store.ChallengeBook;

/**
 * One text of a TXT record, whoever wants it.
 *
 * @param name the full name of the record
 * @param value its text
 */
record TxtValue(DomainName name, String value) {
    static TxtValue of(ChallengeBook.Value row) {
        return new TxtValue(row.name(), row.value());
    }
}
