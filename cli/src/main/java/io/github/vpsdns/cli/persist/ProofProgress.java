// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.persist;

import io.github.vpsdns.acme.persist.ProofDemand;
import io.github.vpsdns.acme.persist.ProofListener;
import io.github.vpsdns.cli.progress.Progress;
import io.github.vpsdns.core.dns.PropagationListener;
import io.github.vpsdns.core.dns.PropagationReport;
import io.github.vpsdns.core.name.DomainName;
import java.util.stream.Collectors;

/** Writing and waiting, one item a place. Thread-safe as the progress is. */
record ProofProgress(Progress progress) implements ProofListener, PropagationListener {
    @Override
    public void proofWanted(ProofDemand demand, DomainName target) {
        progress.item(target.toString(), "writing");
    }

    @Override
    public void onProgress(PropagationReport report) {
        progress.item(
                report.name().toString(),
                report.servers().stream()
                        .map(server -> server.server() + (server.has() ? " has it" : " waiting"))
                        .collect(Collectors.joining(", ")));
    }
}
