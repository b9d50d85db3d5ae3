// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.persist;

import io.github.vpsdns.core.name.DomainName;

/**
 * Is told what becomes of persistent proofs.
 *
 * <p>Methods must be quick and thread-safe; what they throw is logged and otherwise ignored.
 */
public interface ProofListener {
    /** Hears nothing. */
    ProofListener NONE = new ProofListener() {};

    /**
     * A record that will do stands already, so that nothing is written.
     *
     * @param demand for which name
     * @param record what stands
     */
    default void proofStands(ProofDemand demand, ProofRecord record) {}

    /**
     * A record is about to be written.
     *
     * @param demand for which name
     * @param target where
     */
    default void proofWanted(ProofDemand demand, DomainName target) {}

    /**
     * A record is at the API.
     *
     * @param target where
     * @param change what was done
     */
    default void proofWritten(DomainName target, ProofChange change) {}
}
