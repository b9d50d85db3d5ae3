// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.acme;

import io.github.vpsdns.acme.dns01.ChallengeSite;
import io.github.vpsdns.acme.dns01.CleanupReport;
import io.github.vpsdns.acme.issue.ProofState;
import io.github.vpsdns.acme.persist.ProofChange;
import io.github.vpsdns.acme.persist.ProofDemand;
import io.github.vpsdns.acme.persist.ProofRecord;
import io.github.vpsdns.acme.renew.RenewalListener;
import io.github.vpsdns.acme.schedule.Plan;
import io.github.vpsdns.acme.store.LineageName;
import io.github.vpsdns.cli.base.Seconds;
import io.github.vpsdns.cli.progress.Progress;
import io.github.vpsdns.core.dns.PropagationReport;
import io.github.vpsdns.core.dns.PropagationReport.ServerState;
import io.github.vpsdns.core.name.DomainName;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** An issuance or a renewal as steps, and as one item a name. Guarded by itself. */
public final class IssueProgress implements RenewalListener {
    private final Progress progress;
    private final List<ChallengeSite> sites = new ArrayList<>();
    private final List<Awaited> proofs = new ArrayList<>();

    /** A name, and where the record that stays is written for it. */
    private record Awaited(String name, DomainName target) {}

    /**
     * Shows progress.
     *
     * @param progress where
     */
    public IssueProgress(Progress progress) {
        this.progress = progress;
    }

    @Override
    public void renewing(LineageName name, Plan plan) {
        progress.step("renewing " + name);
    }

    @Override
    public void probing(LineageName name, String staging) {
        progress.step("trying at " + staging + " first, because the last proof was refused");
    }

    @Override
    public void accountCreated(URI account) {
        progress.step("made an account at " + account.getHost());
    }

    @Override
    public void orderCreated(URI order, List<String> names) {
        progress.step("ordered a certificate for " + String.join(", ", names));
    }

    @Override
    public synchronized void sited(ChallengeSite site) {
        sites.add(site);
        progress.item(
                site.name().toString(),
                "writing " + site.target()
                        + (site.chain().size() > 1 ? ", where " + site.challengeName() + " leads" : ""));
    }

    @Override
    public synchronized void presented(DomainName target, boolean created) {
        say(target, created ? "written" : "was there already");
    }

    @Override
    public void proofStands(ProofDemand demand, ProofRecord record) {
        progress.item(
                demand.orderName().toString(),
                "stands at " + demand.validationName()
                        + record.until().map(until -> " until " + until).orElse(""));
    }

    @Override
    public synchronized void proofWanted(ProofDemand demand, DomainName target) {
        proofs.add(new Awaited(demand.orderName().toString(), target));
        progress.item(demand.orderName().toString(), "writing " + target + ", to stay there");
    }

    @Override
    public synchronized void proofWritten(DomainName target, ProofChange change) {
        say(
                target,
                switch (change) {
                    case NONE -> "was there already";
                    case CHANGED -> "changed";
                    case CREATED -> "written";
                });
    }

    @Override
    public synchronized void propagation(PropagationReport report) {
        say(report.name(), report.servers().stream().map(IssueProgress::words).collect(Collectors.joining(", ")));
    }

    @Override
    public void proof(String name, ProofState state) {
        progress.item(
                name,
                switch (state) {
                    case CHECKING -> "the CA is checking";
                    case ACCEPTED -> "proven";
                    case REFUSED -> "refused";
                });
    }

    @Override
    public void finalizing() {
        progress.step("all names are proven, the CA is signing");
    }

    @Override
    public void issued(X509Certificate certificate) {
        progress.step("got the certificate");
    }

    @Override
    public void cleanedUp(CleanupReport report) {
        if (!report.gone().isEmpty()) {
            int count = report.gone().size();
            progress.step("removed " + (count == 1 ? "one challenge value" : count + " challenge values"));
        }
        report.left()
                .forEach(left -> progress.step("a challenge value at " + left.name() + " may be left: " + left.reason()
                        + "; the next run removes it"));
    }

    private void say(DomainName target, String state) {
        sites.stream()
                .filter(site -> site.target().equals(target))
                .forEach(site -> progress.item(site.name().toString(), state));
        proofs.stream()
                .filter(proof -> proof.target().equals(target))
                .forEach(proof -> progress.item(proof.name(), state));
    }

    private static String words(ServerState state) {
        return state.server() + (state.has() ? " " + Seconds.text(state.after()) : " waiting");
    }
}
