// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.renewal;

import io.github.vpsdns.acme.renew.RenewalListener;
import io.github.vpsdns.acme.schedule.AriWindow;
import io.github.vpsdns.acme.schedule.Plan;
import io.github.vpsdns.acme.schedule.Trouble;
import io.github.vpsdns.acme.store.CertificateFiles;
import io.github.vpsdns.acme.store.LineageName;
import io.github.vpsdns.cli.acme.CaRefusal;
import io.github.vpsdns.cli.base.Failure;
import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.cli.terminal.Printable;
import io.github.vpsdns.core.VpsDnsException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the service does, one line each: for people on standard error, with the time unless systemd's journal adds it; with {@code
 * --json} a document each on standard output. Guarded by itself.
 */
final class ServiceLog implements RenewalListener {
    private final Frame frame;
    private final boolean timed;

    ServiceLog(Frame frame) {
        this.frame = frame;
        this.timed = frame.host().variable("JOURNAL_STREAM").isEmpty();
    }

    @Override
    public void windowChanged(LineageName name, @Nullable AriWindow before, AriWindow now) {
        say(
                "window",
                name,
                "the CA suggests renewal from " + PlanWords.time(now.start()) + " to " + PlanWords.time(now.end())
                        + "; chosen " + PlanWords.time(now.chosen()),
                now.chosen(),
                null);
    }

    @Override
    public void renewing(LineageName name, Plan plan) {
        say("renewing", name, "renewing, " + PlanWords.why(plan), null, null);
    }

    @Override
    public void probing(LineageName name, String staging) {
        say("probing", name, "trying at " + staging + " first, because the last proof was refused", null, null);
    }

    @Override
    public void renewed(LineageName name, CertificateFiles certificate, Plan next) {
        Instant notAfter = certificate.chain().get(0).getNotAfter().toInstant();
        say(
                "renewed",
                name,
                "renewed, valid until " + notAfter + "; next " + PlanWords.time(next.at()),
                next.at(),
                null);
    }

    @Override
    public void failed(LineageName name, VpsDnsException reason, Trouble trouble) {
        trouble("failed", name, "renewal failed", reason, trouble);
    }

    @Override
    public void recovered(LineageName name, Trouble overcome) {
        say(
                "recovered",
                name,
                "renewal is well again, after " + overcome.failures() + " failures since "
                        + PlanWords.time(overcome.since()),
                null,
                null);
    }

    @Override
    public void deployed(LineageName name) {
        say("deployed", name, "the deploy hook went well", null, null);
    }

    @Override
    public void deployFailed(LineageName name, VpsDnsException reason, Trouble trouble) {
        trouble("deploy-failed", name, "not deployed", reason, trouble);
    }

    @Override
    public void leftovers(LineageName name, int left) {
        say("leftovers", name, left + " challenge values of earlier runs could not be removed yet", null, null);
    }

    /** Says something about no certificate in particular. */
    void say(String event, String message) {
        say(event, null, message, null, null);
    }

    /** Says how it stands with a certificate. */
    void say(String event, LineageName name, String message, Instant next) {
        say(event, name, message, next, null);
    }

    private void trouble(String event, LineageName name, String what, VpsDnsException reason, Trouble trouble) {
        Failure failure = CaRefusal.judge(reason, trouble.last());
        String often = trouble.failures() == 1 ? "" : " (" + trouble.failures() + " times)";
        String message =
                what + often + ": " + failure.message() + "; next attempt " + PlanWords.time(trouble.nextAttempt());
        say(event, name, message, trouble.nextAttempt(), failure);
    }

    private synchronized void say(
            String event,
            @Nullable LineageName name,
            String message,
            @Nullable Instant next,
            @Nullable Failure failure) {
        Instant now = frame.host().time().now();
        if (frame.globals().json()) {
            String lineage = name == null ? null : name.toString();
            frame.document(new ServiceEvent(now, event, lineage, message, next, failure));
        } else {
            frame.note((timed ? PlanWords.time(now) + " " : "")
                    + Printable.of((name == null ? "" : name + ": ") + message));
        }
    }
}
