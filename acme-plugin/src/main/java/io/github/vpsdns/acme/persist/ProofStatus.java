// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.persist;

import io.github.vpsdns.core.name.DomainName;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What stands for one name at its authoritative servers.
 *
 * @param demand what should
 * @param chain the validation name, then each alias from it; the record stands at the last one
 * @param standing our records there that every server which answers has
 */
public record ProofStatus(ProofDemand demand, List<DomainName> chain, List<ProofRecord> standing) {
    /** Copies the lists. */
    public ProofStatus {
        chain = List.copyOf(chain);
        standing = List.copyOf(standing);
    }

    /**
     * Returns where the record stands, or should.
     *
     * @return the validation name, or what it is an alias of
     */
    public DomainName target() {
        return chain.get(chain.size() - 1);
    }

    /**
     * Returns the record that proves the name longest.
     *
     * @param time when it is to hold
     * @return the record; empty if none does
     */
    public Optional<ProofRecord> proof(Instant time) {
        return standing.stream().filter(record -> demand.isMetBy(record, time)).max(byUntil());
    }

    static Comparator<ProofRecord> byUntil() {
        return Comparator.comparing(record -> record.until().orElse(Instant.MAX));
    }
}
