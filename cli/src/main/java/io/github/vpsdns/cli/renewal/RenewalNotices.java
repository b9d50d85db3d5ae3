// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.renewal;

import io.github.vpsdns.acme.renew.RenewalListener;
import io.github.vpsdns.acme.schedule.Plan;
import io.github.vpsdns.acme.schedule.Trouble;
import io.github.vpsdns.acme.store.Lineage;
import io.github.vpsdns.acme.store.LineageName;
import io.github.vpsdns.acme.store.StateDirectory;
import io.github.vpsdns.cli.base.Failure;
import io.github.vpsdns.cli.notify.Notifier;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.name.DomainName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Failures, and that they are over, as notices. Thread-safe. */
final class RenewalNotices implements RenewalListener {
    private final Notifier notifier;
    private final StateDirectory state;
    /** Whose deploy hook had failed before this turn. */
    private final Set<LineageName> undeployed = ConcurrentHashMap.newKeySet();

    RenewalNotices(Notifier notifier, StateDirectory state) {
        this.notifier = notifier;
        this.state = state;
    }

    @Override
    public void planned(LineageName name, Plan plan) {
        if (hasUndeployed(name)) {
            undeployed.add(name);
        } else {
            undeployed.remove(name);
        }
    }

    /** What cannot be read does not count, as in renewal itself. */
    private boolean hasUndeployed(LineageName name) {
        try {
            return state.storage().memory(name).deployTrouble() != null;
        } catch (VpsDnsException e) {
            return false;
        }
    }

    @Override
    public void failed(LineageName name, VpsDnsException reason, Trouble trouble) {
        tell(
                CertificateNotice.Event.FAILED,
                name,
                "renewal failed" + often(trouble) + ": " + Failure.sentence(reason) + "; next attempt "
                        + PlanWords.time(trouble.nextAttempt()),
                trouble.nextAttempt(),
                trouble.failures());
    }

    @Override
    public void recovered(LineageName name, Trouble overcome) {
        tell(CertificateNotice.Event.RECOVERED, name, "renewed, after renewal had failed" + often(overcome), null, 0);
    }

    @Override
    public void deployFailed(LineageName name, VpsDnsException reason, Trouble trouble) {
        tell(
                CertificateNotice.Event.DEPLOY_FAILED,
                name,
                Failure.sentence(reason) + often(trouble) + "; next attempt " + PlanWords.time(trouble.nextAttempt()),
                trouble.nextAttempt(),
                trouble.failures());
    }

    @Override
    public void deployed(LineageName name) {
        if (undeployed.remove(name)) {
            tell(CertificateNotice.Event.DEPLOYED, name, "the deploy hook went well, after it had failed", null, 0);
        }
    }

    private void tell(
            CertificateNotice.Event event, LineageName name, String message, @Nullable Instant next, int failures) {
        Optional<Lineage> lineage = lineage(name);
        notifier.tell(new CertificateNotice(
                event,
                name.toString(),
                lineage.map(found ->
                                found.names().stream().map(DomainName::toString).toList())
                        .orElse(List.of()),
                message,
                lineage.map(found -> found.certificate().getNotAfter().toInstant())
                        .orElse(null),
                next,
                failures));
    }

    /** What cannot be read is no reason to keep silent. */
    private Optional<Lineage> lineage(LineageName name) {
        try {
            return state.lineages().load(name);
        } catch (VpsDnsException e) {
            return Optional.empty();
        }
    }

    private static String often(Trouble trouble) {
        return trouble.failures() == 1
                ? ""
                : " " + trouble.failures() + " times since " + PlanWords.time(trouble.since());
    }
}
