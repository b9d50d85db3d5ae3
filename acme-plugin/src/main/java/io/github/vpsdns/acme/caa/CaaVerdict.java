// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.caa;

import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.RecordData;
import java.util.List;
import java.util.Optional;

/** Whether a CA may issue for a name. Immutable and thread-safe. */
public sealed interface CaaVerdict {
    /**
     * It may.
     *
     * @param by where the records stand that decide; empty if there are none at all, which allows every CA
     */
    record Allowed(Optional<DomainName> by) implements CaaVerdict {}

    /**
     * It may not.
     *
     * @param at where the records stand that decide: the name or one above it
     * @param records the records that forbid, at least one
     * @param reason one clause, such as {@code the CAA records at 'example.com' allow only other.example}
     * @param remedy one clause, what to change
     */
    record Forbidden(DomainName at, List<RecordData> records, String reason, String remedy) implements CaaVerdict {
        /** Copies the list. */
        public Forbidden {
            records = List.copyOf(records);
        }
    }

    /**
     * It is not known, which is no reason not to ask the CA.
     *
     * @param reason one clause
     */
    record Unknown(String reason) implements CaaVerdict {}
}
