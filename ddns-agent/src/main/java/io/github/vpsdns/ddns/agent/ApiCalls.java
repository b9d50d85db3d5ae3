// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.agent;

import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.edit.RecordEditor;
import io.github.vpsdns.core.pace.ApiAccess;
import io.github.vpsdns.core.pace.FailureScope;
import io.github.vpsdns.core.pace.Gate;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.ddns.report.AgentEvent.ApiPaused;
import io.github.vpsdns.ddns.report.AgentEvent.ApiResumed;
import io.github.vpsdns.ddns.work.Parts;
import io.github.vpsdns.ddns.work.Teller;
import io.github.vpsdns.ddns.work.Workers;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;

/** All calls of the agent: no more at once than may be, none while they would be in vain. Owned by the loop's thread. */
final class ApiCalls {
    /** How often it is looked whether refused credentials were replaced. */
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final ApiAccess access;
    private final Workers workers;
    private final Timekeeper time;
    private final Teller teller;
    private final Gate gate;
    private int limit;
    private int running;
    private boolean ending;
    private long lookNanos;

    ApiCalls(ApiAccess access, Workers workers, Parts parts, int limit) {
        this.access = access;
        this.workers = workers;
        this.time = parts.time();
        this.teller = parts.teller();
        this.gate = new Gate(time.nanoTime(), parts.random());
        this.limit = limit;
    }

    void limit(int calls) {
        limit = calls;
    }

    Gate gate() {
        return gate;
    }

    boolean admits() {
        return gate.admits(running, limit, time.nanoTime());
    }

    boolean isIdle() {
        return running == 0;
    }

    /** From now on a call that is broken off says nothing about the API. */
    void end() {
        ending = true;
    }

    /** Starts a call; the ends also get the gate's pass that it began with. */
    <T> void start(
            String what,
            Function<RecordEditor, T> call,
            ObjIntConsumer<T> done,
            BiConsumer<VpsDnsException, Integer> failed) {
        RecordEditor editor = access.editor();
        int pass = gate.pass();
        running++;
        workers.start(
                what,
                () -> call.apply(editor),
                value -> {
                    running--;
                    done.accept(value, pass);
                },
                failure -> {
                    running--;
                    failed.accept(failure, pass);
                });
    }

    /** Judges a failure; calls that we broke off ourselves tell nothing, those that something else broke off are lost answers. */
    FailureScope scope(VpsDnsException failure) {
        FailureScope scope = FailureScope.of(failure);
        return scope == FailureScope.CANCELLED && !ending ? FailureScope.AWAY : scope;
    }

    void answered(boolean write, int pass) {
        if (gate.succeeded(write, pass)) {
            teller.tell(new ApiResumed());
        }
    }

    /** Notes a failure that other calls would share. */
    void away(FailureScope scope, VpsDnsException failure, boolean write, int pass) {
        if (gate.failed(scope, failure, write, pass, time.nanoTime(), time.now())) {
            teller.tell(new ApiPaused(failure, gate.until()));
        }
    }

    /** Looks now and then whether refused credentials were replaced. */
    void lookForCredentials() {
        long now = time.nanoTime();
        if (gate.isStopped() && now - lookNanos >= 0) {
            lookNanos = now + LOOK.toNanos();
            if (access.renew()) {
                reopen();
            }
        }
    }

    /** Takes it that the credentials are others. */
    void reopen() {
        if (gate.reopen(time.nanoTime())) {
            teller.tell(new ApiResumed());
        }
    }

    /** When calls may be possible again, if they are not now. */
    long dueNanos(long latest) {
        long due = gate.isStopped() ? lookNanos : gate.untilNanos();
        return gate.isClosed(time.nanoTime()) && due - latest < 0 ? due : latest;
    }
}
