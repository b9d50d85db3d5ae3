// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.persist;

import io.github.vpsdns.core.name.DomainName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what a listener throws away from the work it is told of. */
record QuietProofListener(ProofListener listener) implements ProofListener {
    private static final Logger LOG = LoggerFactory.getLogger(QuietProofListener.class);

    @Override
    public void proofStands(ProofDemand demand, ProofRecord record) {
        quietly(() -> listener.proofStands(demand, record));
    }

    @Override
    public void proofWanted(ProofDemand demand, DomainName target) {
        quietly(() -> listener.proofWanted(demand, target));
    }

    @Override
    public void proofWritten(DomainName target, ProofChange change) {
        quietly(() -> listener.proofWritten(target, change));
    }

    private static void quietly(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            LOG.warn("a listener failed", e);
        }
    }
}
