// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.update;

import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.edit.AppliedPlan;
import io.github.vpsdns.core.edit.CnameConflictException;
import io.github.vpsdns.core.edit.RecordSetPlan;
import io.github.vpsdns.core.loop.ApiCalls;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.webhook.report.WebhookEvent.Changed;
import io.github.vpsdns.webhook.settings.UpdateSettings;
import io.github.vpsdns.webhook.store.HostKey;
import io.github.vpsdns.webhook.store.Wish;
import io.github.vpsdns.webhook.update.state.Known;
import io.github.vpsdns.webhook.update.work.Parts;
import io.github.vpsdns.webhook.update.work.Teller;
import java.net.InetAddress;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes sets what they shall be, one write at a time for each. Owned by the loop's thread. */
final class Writer {
    /** What one write is for. */
    private record Job(
            Lane lane,
            @Nullable Want want,
            Wish wish,
            @Nullable List<InetAddress> before) {
        List<InetAddress> goal() {
            return wish.addresses();
        }
    }

    private final ApiCalls calls;
    private final Failures failures;
    private final Supplier<UpdateSettings> settings;
    private final Timekeeper time;
    private final Teller teller;

    Writer(ApiCalls calls, Failures failures, Supplier<UpdateSettings> settings, Parts parts) {
        this.calls = calls;
        this.failures = failures;
        this.settings = settings;
        this.time = parts.time();
        this.teller = parts.teller();
    }

    /** Begins the write that a claimed lane of which enough is known wants; ends it at once if there is nothing to write. */
    void begin(Lane lane) {
        Want want = lane.wants().open();
        Wish wish = want == null ? Objects.requireNonNull(lane.done()) : want.wish();
        Known known = Objects.requireNonNull(lane.known());
        RecordSetPlan plan;
        try {
            plan = known.plan(lane.key(), wish.addresses(), settings.get().ttl(), time.nanoTime());
        } catch (CnameConflictException e) {
            failures.impossible(lane, want, e);
            return;
        }
        if (plan.isEmpty()) {
            settled(lane, want, wish, known);
            return;
        }
        Job job = new Job(lane, want, wish, known.addresses());
        lane.beginWrite();
        calls.start(
                "writing " + lane.key(),
                editor -> editor.apply(lane.key().host(), plan),
                (applied, pass) -> applied(job, applied, pass),
                (failure, pass) -> failures.write(lane, want, job.goal(), failure, pass));
    }

    /** What an earlier try has left counts as done by it. */
    private void settled(Lane lane, @Nullable Want want, Wish wish, Known known) {
        if (want != null && want.isAttempted()) {
            done(new Job(lane, want, wish, null), known);
            return;
        }
        lane.written(want, wish, known, known.addresses());
        if (want != null) {
            want.answer(asker -> asker.answerUnchanged(wish.addresses()));
        }
    }

    private void applied(Job job, AppliedPlan applied, int pass) {
        calls.answered(true, pass);
        Known known = Known.written(applied.records(), time.nanoTime(), time.now());
        if (known.addresses().equals(job.goal())) {
            done(job, known);
        } else {
            job.lane().doubt();
            job.lane().release();
            failures.own(job.lane(), notTaken(job, known));
        }
    }

    private void done(Job job, Known known) {
        Wish wish = job.wish();
        job.lane().written(job.want(), wish, known, job.before());
        teller.tell(new Changed(job.lane().key(), job.before(), job.goal(), wish.user(), wish.client()));
        if (job.want() != null) {
            job.want().answer(asker -> asker.answerChanged(job.goal()));
        }
    }

    private static VpsDnsException notTaken(Job job, Known known) {
        HostKey key = job.lane().key();
        return new VpsDnsException(
                "the API took " + texts(job.goal()) + " for " + key + " and answered that it is "
                        + texts(known.addresses()),
                null);
    }

    private static String texts(List<InetAddress> addresses) {
        return addresses.isEmpty()
                ? "nothing"
                : addresses.stream().map(Family::text).collect(Collectors.joining(" "));
    }
}
