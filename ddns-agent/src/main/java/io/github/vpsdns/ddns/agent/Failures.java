// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.agent;

import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.edit.RecordMismatchException;
import io.github.vpsdns.core.loop.ApiCalls;
import io.github.vpsdns.core.pace.FailureScope;
import io.github.vpsdns.core.pace.Setback;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.ddns.lane.Lane;
import io.github.vpsdns.ddns.report.AgentEvent.RecordsFailed;
import io.github.vpsdns.ddns.work.Parts;
import io.github.vpsdns.ddns.work.Teller;
import java.time.Instant;
import java.util.Objects;

/** What follows when a write fails: the lane waits, or all do, and what the API has is read anew before the next try. */
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
    void write(Lane lane, VpsDnsException failure, int pass) {
        lane.doubt();
        FailureScope scope = calls.scope(failure);
        boolean changedByOthers = scope == FailureScope.GONE || failure instanceof RecordMismatchException;
        Setback setback = lane.setback();
        if (scope == FailureScope.CANCELLED) {
            return;
        }
        if (changedByOthers && setback.failures() == 0) {
            // What was remembered is not so any more: that is no failure before another look.
            note(lane, failure);
            setback.tryNow(time.nanoTime());
            if (failure instanceof RecordMismatchException) {
                // A record that is not ours was changed, and we do not know what it was.
                teller.tell(new RecordsFailed(lane.key().name(), lane.key().family(), failure, time.now()));
            }
        } else if (scope.compareTo(FailureScope.OWN) <= 0 || isAlone(scope, setback)) {
            own(lane, failure);
        } else {
            note(lane, failure);
            setback.tryNow(time.nanoTime());
            calls.away(scope, failure, true, pass);
        }
    }

    private boolean isAlone(FailureScope scope, Setback setback) {
        return scope == FailureScope.AWAY && setback.isAlone(calls.gate().writes());
    }

    /** Takes a failure that is this lane's alone. */
    void own(Lane lane, VpsDnsException failure) {
        lane.doubt();
        Instant until = note(lane, failure);
        teller.tell(new RecordsFailed(lane.key().name(), lane.key().family(), failure, until));
    }

    private Instant note(Lane lane, VpsDnsException failure) {
        String why = Objects.requireNonNullElse(failure.getMessage(), failure.toString());
        return lane.setback().failed(why, calls.gate().writes(), time.nanoTime(), time.now());
    }
}
