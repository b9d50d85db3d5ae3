// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.caa;

import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.RecordData;
import java.util.List;
import java.util.Optional;

/**
 * The CAA records that decide for a name (RFC 8659 section 3).
 *
 * @param at where they stand: the name, or the nearest above it that has some
 * @param records all CAA records there; none only if they are not known
 * @param unknown why they are not known, one clause; empty if they are
 */
public record RelevantCaa(DomainName at, List<RecordData> records, Optional<String> unknown) {
    /** Copies the list. */
    public RelevantCaa {
        records = List.copyOf(records);
    }

    CaaVerdict judge(CaaPolicy policy, boolean wildcard) {
        return unknown.<CaaVerdict>map(CaaVerdict.Unknown::new).orElseGet(() -> policy.judge(at, records, wildcard));
    }
}
