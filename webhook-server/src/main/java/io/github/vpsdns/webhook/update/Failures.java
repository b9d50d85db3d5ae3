// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.update;

import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.edit.IncompleteEditException;
import io.github.vpsdns.core.edit.RecordMismatchException;
import io.github.vpsdns.core.error.InvalidRequestException;
import io.github.vpsdns.core.loop.ApiCalls;
import io.github.vpsdns.core.pace.FailureScope;
import io.github.vpsdns.core.pace.Setback;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.webhook.report.WebhookEvent.Delayed;
import io.github.vpsdns.webhook.report.WebhookEvent.GivenUp;
import io.github.vpsdns.webhook.update.work.Parts;
import io.github.vpsdns.webhook.update.work.Teller;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What follows when something fails: the want is given up, or the set waits, or all do. Owned by the loop's thread. */
final class Failures {
    private final ApiCalls calls;
    private final Timekeeper time;
    private final Teller teller;

    Failures(ApiCalls calls, Parts parts) {
        this.calls = calls;
        this.time = parts.time();
        this.teller = parts.teller();
    }

    /** Takes the failure of a write, after which it is not known what the API has. */
    void write(Lane lane, @Nullable Want want, List<InetAddress> sent, VpsDnsException failure, int pass) {
        FailureScope scope = calls.scope(failure);
        lane.doubt();
        if (scope == FailureScope.CANCELLED) {
            return;
        }
        if (scope == FailureScope.AWAY) {
            lane.findings().lose(sent, time.nanoTime());
        }
        lane.release();
        if (want != null && isRefused(scope, failure)) {
            impossible(lane, want, failure);
            return;
        }
        if (want != null && lane.wants().open() != want) {
            want.answer(Want::replaced);
        }
        retry(lane, scope, failure, pass);
    }

    private void retry(Lane lane, FailureScope scope, VpsDnsException failure, int pass) {
        Setback setback = lane.setback();
        boolean changedByOthers = scope == FailureScope.GONE || failure instanceof RecordMismatchException;
        if (changedByOthers && setback.failures() == 0) {
            // What was remembered is not so any more: that is no failure before another look.
            note(lane, failure);
            setback.tryNow(time.nanoTime());
            if (failure instanceof RecordMismatchException) {
                // A record that is not ours was changed, and we do not know what it was.
                teller.tell(new Delayed(lane.key(), Teller.sentence(failure), time.now()));
            }
        } else if (scope.compareTo(FailureScope.OWN) <= 0
                || (scope == FailureScope.AWAY && setback.isAlone(calls.gate().writes()))) {
            own(lane, failure);
        } else {
            note(lane, failure);
            setback.tryNow(time.nanoTime());
            calls.away(scope, failure, true, pass);
        }
    }

    private static boolean isRefused(FailureScope scope, VpsDnsException failure) {
        List<VpsDnsException> reasons =
                failure instanceof IncompleteEditException several ? several.reasons() : List.of(failure);
        return scope == FailureScope.OWN && reasons.stream().anyMatch(InvalidRequestException.class::isInstance);
    }

    /** Takes a failure that is this set's alone; it is tried again after a while. */
    void own(Lane lane, VpsDnsException failure) {
        Instant again = note(lane, failure);
        teller.tell(new Delayed(lane.key(), Teller.sentence(failure), again));
    }

    private Instant note(Lane lane, VpsDnsException failure) {
        return lane.setback().failed(Teller.sentence(failure), calls.gate().writes(), time.nanoTime(), time.now());
    }

    /** Takes it that a want cannot be done as things are; or, without one, that what was changed by others cannot be put right. */
    void impossible(Lane lane, @Nullable Want want, VpsDnsException failure) {
        String reason = Teller.sentence(failure);
        if (want == null) {
            lane.restore(false);
            own(lane, failure);
            return;
        }
        lane.giveUp(want);
        want.answer(asker -> asker.answer(new HostOutcome.Impossible(reason)));
        teller.tell(new GivenUp(lane.key(), reason));
    }

    /** Takes it that no zone of the account has the name. */
    void noZone(Lane lane, VpsDnsException failure) {
        lane.waiting().takeForListing().forEach(asker -> asker.answer(new HostOutcome.NoZone()));
        Want next = lane.wants().takeNext();
        if (next != null) {
            next.answer(asker -> asker.answer(new HostOutcome.NoZone()));
        }
        Want open = lane.wants().open();
        if (open != null && lane.canGiveUp()) {
            lane.doubt();
            lane.giveUp(open);
            open.answer(asker -> asker.answer(new HostOutcome.NoZone()));
            teller.tell(new GivenUp(lane.key(), Teller.sentence(failure)));
        } else if (lane.done() != null && lane.wants().newest() == null) {
            lane.doubt();
            lane.restore(false);
            own(lane, failure);
        }
    }
}
