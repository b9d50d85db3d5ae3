// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.dns01;

import io.github.vpsdns.core.dns.PropagationReport;
import io.github.vpsdns.core.name.DomainName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what a listener throws away from the work it is told of. */
record QuietListener(SolverListener listener) implements SolverListener {
    private static final Logger LOG = LoggerFactory.getLogger(QuietListener.class);

    @Override
    public void sited(ChallengeSite site) {
        quietly(() -> listener.sited(site));
    }

    @Override
    public void presented(DomainName target, boolean created) {
        quietly(() -> listener.presented(target, created));
    }

    @Override
    public void propagation(PropagationReport report) {
        quietly(() -> listener.propagation(report));
    }

    @Override
    public void cleanedUp(CleanupReport report) {
        quietly(() -> listener.cleanedUp(report));
    }

    private static void quietly(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            LOG.warn("a listener failed", e);
        }
    }
}
