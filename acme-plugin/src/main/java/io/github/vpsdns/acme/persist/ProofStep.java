// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.persist;

import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.zone.DnsRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record that is to stand, for one name or for several that share it.
 *
 * @param statuses what stands for the names
 * @param target where
 * @param change what it takes
 * @param record what is to stand
 * @param existing the record of ours at the API, or {@code null} if one is to be made
 */
record ProofStep(
        List<ProofStatus> statuses,
        DomainName target,
        ProofChange change,
        ProofRecord record,
        @Nullable DnsRecord existing) {

    /** Tells whether all names are proven even without this step. */
    boolean isOptional(ProofTerms terms) {
        return statuses.stream().allMatch(status -> status.proof(terms.needed()).isPresent());
    }

    List<ProofOutcome> outcomes() {
        return statuses.stream()
                .map(status -> new ProofOutcome(status.demand(), target, change, record))
                .toList();
    }
}
