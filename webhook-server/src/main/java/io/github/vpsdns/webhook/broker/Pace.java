// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.broker;

import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.edit.RecordEditor;
import io.github.vpsdns.core.pace.ApiAccess;
import io.github.vpsdns.core.pace.FailureScope;
import io.github.vpsdns.core.pace.Gate;
import io.github.vpsdns.core.time.Timekeeper;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The API, when it may be called. Thread-safe. */
final class Pace {
    private static final int PARALLEL = 4;

    private final ApiAccess access;
    private final Timekeeper time;
    /** Guarded by this. */
    private final Gate gate;

    Pace(ApiAccess access, Timekeeper time, RandomGenerator random) {
        this.access = access;
        this.time = time;
        this.gate = new Gate(time.nanoTime(), random);
    }

    RecordEditor editor() {
        return access.editor();
    }

    synchronized boolean admits(int running) {
        return gate.admits(running, PARALLEL, time.nanoTime());
    }

    synchronized int pass() {
        return gate.pass();
    }

    synchronized long writes() {
        return gate.writes();
    }

    /** Takes other credentials, if the API refuses those in use and there are others. */
    synchronized void renew() {
        if (gate.isStopped() && access.renew()) {
            gate.reopen(time.nanoTime());
        }
    }

    /** Tells why nothing can be done for longer than a client waits; {@code null} if something can. */
    synchronized Outcome.@Nullable NotNow closedBeyond(Duration patience) {
        renew();
        Duration left = Duration.ofNanos(Math.max(0, gate.untilNanos() - time.nanoTime()));
        if (gate.isStopped()) {
            return new Outcome.NotNow(reason(), null);
        }
        return left.compareTo(patience) > 0 ? new Outcome.NotNow(reason(), left) : null;
    }

    private String reason() {
        String problem = gate.problem();
        return problem == null ? "the API cannot be called now" : problem;
    }

    synchronized void succeeded(boolean write, int pass) {
        gate.succeeded(write, pass);
    }

    synchronized void failed(VpsDnsException failure, int pass) {
        FailureScope scope = FailureScope.of(failure);
        if (scope.compareTo(FailureScope.AWAY) >= 0) {
            gate.failed(scope, failure, true, pass, time.nanoTime(), time.now());
        }
    }
}
