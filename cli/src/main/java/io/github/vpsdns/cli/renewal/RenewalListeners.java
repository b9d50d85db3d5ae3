// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.renewal;

import io.github.vpsdns.acme.dns01.ChallengeSite;
import io.github.vpsdns.acme.dns01.CleanupReport;
import io.github.vpsdns.acme.issue.ProofState;
import io.github.vpsdns.acme.persist.ProofChange;
import io.github.vpsdns.acme.persist.ProofDemand;
import io.github.vpsdns.acme.persist.ProofRecord;
import io.github.vpsdns.acme.renew.RenewalListener;
import io.github.vpsdns.acme.schedule.AriWindow;
import io.github.vpsdns.acme.schedule.Plan;
import io.github.vpsdns.acme.schedule.Trouble;
import io.github.vpsdns.acme.store.CertificateFiles;
import io.github.vpsdns.acme.store.LineageName;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.dns.PropagationReport;
import io.github.vpsdns.core.name.DomainName;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Several listeners as one; each is told in turn. Thread-safe if they are. */
record RenewalListeners(List<RenewalListener> all) implements RenewalListener {
    static RenewalListener of(RenewalListener... listeners) {
        return new RenewalListeners(List.of(listeners));
    }

    @Override
    public void planned(LineageName name, Plan plan) {
        all.forEach(each -> each.planned(name, plan));
    }

    @Override
    public void windowChanged(LineageName name, @Nullable AriWindow before, AriWindow now) {
        all.forEach(each -> each.windowChanged(name, before, now));
    }

    @Override
    public void renewing(LineageName name, Plan plan) {
        all.forEach(each -> each.renewing(name, plan));
    }

    @Override
    public void probing(LineageName name, String staging) {
        all.forEach(each -> each.probing(name, staging));
    }

    @Override
    public void renewed(LineageName name, CertificateFiles certificate, Plan next) {
        all.forEach(each -> each.renewed(name, certificate, next));
    }

    @Override
    public void failed(LineageName name, VpsDnsException reason, Trouble trouble) {
        all.forEach(each -> each.failed(name, reason, trouble));
    }

    @Override
    public void recovered(LineageName name, Trouble overcome) {
        all.forEach(each -> each.recovered(name, overcome));
    }

    @Override
    public void deployed(LineageName name) {
        all.forEach(each -> each.deployed(name));
    }

    @Override
    public void deployFailed(LineageName name, VpsDnsException reason, Trouble trouble) {
        all.forEach(each -> each.deployFailed(name, reason, trouble));
    }

    @Override
    public void leftovers(LineageName name, int left) {
        all.forEach(each -> each.leftovers(name, left));
    }

    @Override
    public void accountCreated(URI account) {
        all.forEach(each -> each.accountCreated(account));
    }

    @Override
    public void orderCreated(URI order, List<String> names) {
        all.forEach(each -> each.orderCreated(order, names));
    }

    @Override
    public void proof(String name, ProofState state) {
        all.forEach(each -> each.proof(name, state));
    }

    @Override
    public void finalizing() {
        all.forEach(each -> each.finalizing());
    }

    @Override
    public void issued(X509Certificate certificate) {
        all.forEach(each -> each.issued(certificate));
    }

    @Override
    public void sited(ChallengeSite site) {
        all.forEach(each -> each.sited(site));
    }

    @Override
    public void presented(DomainName target, boolean created) {
        all.forEach(each -> each.presented(target, created));
    }

    @Override
    public void propagation(PropagationReport report) {
        all.forEach(each -> each.propagation(report));
    }

    @Override
    public void proofStands(ProofDemand demand, ProofRecord record) {
        all.forEach(each -> each.proofStands(demand, record));
    }

    @Override
    public void proofWanted(ProofDemand demand, DomainName target) {
        all.forEach(each -> each.proofWanted(demand, target));
    }

    @Override
    public void proofWritten(DomainName target, ProofChange change) {
        all.forEach(each -> each.proofWritten(target, change));
    }

    @Override
    public void cleanedUp(CleanupReport report) {
        all.forEach(each -> each.cleanedUp(report));
    }
}
