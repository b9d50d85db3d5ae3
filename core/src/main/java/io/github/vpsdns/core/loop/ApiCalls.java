// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.loop;

import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.edit.RecordEditor;
import io.github.vpsdns.core.pace.ApiAccess;
import io.github.vpsdns.core.pace.FailureScope;
import io.github.vpsdns.core.pace.Gate;
import io.github.vpsdns.core.time.Timekeeper;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;
import java.util.random.RandomGenerator;

/**
 * All calls of the API that a loop makes: no more at once than may be, none while they would be in vain. Not thread-safe: owned by the
 * loop's thread.
 */
public final class ApiCalls {
    /** How often it is looked whether refused credentials were replaced. */
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final ApiAccess access;
    private final Workers workers;
    private final Timekeeper time;
    private final ApiListener listener;
    private final Gate gate;
    private int limit;
    private int running;
    private boolean ending;
    private long lookNanos;

    /**
     * Makes no call yet.
     *
     * @param access the way to the API
     * @param workers who make the calls
     * @param time the clock
     * @param random the source of jitter
     * @param listener is told when calls are held back
     * @param limit how many are made at once at most
     */
    public ApiCalls(
            ApiAccess access,
            Workers workers,
            Timekeeper time,
            RandomGenerator random,
            ApiListener listener,
            int limit) {
        this.access = access;
        this.workers = workers;
        this.time = time;
        this.listener = listener;
        this.gate = new Gate(time.nanoTime(), random);
        this.limit = limit;
    }

    /**
     * Makes another number of calls at once at most from now on.
     *
     * @param calls how many
     */
    public void limit(int calls) {
        limit = calls;
    }

    /**
     * Returns what knows whether the API may be called, and why not.
     *
     * @return the gate that all calls pass
     */
    public Gate gate() {
        return gate;
    }

    /**
     * Tells whether one more call may begin.
     *
     * @return whether it may
     */
    public boolean admits() {
        return !ending && gate.admits(running, limit, time.nanoTime());
    }

    /**
     * Tells whether no call may begin, however few are under way.
     *
     * @return whether none may
     */
    public boolean isClosed() {
        return ending || gate.isClosed(time.nanoTime());
    }

    /**
     * Returns how many calls are under way.
     *
     * @return how many were started whose end was not called yet
     */
    public int running() {
        return running;
    }

    /** Begins no more calls; from now on one that is broken off says nothing about the API. */
    public void end() {
        ending = true;
    }

    /**
     * Starts a call, whether or not it is admitted.
     *
     * @param <T> what the call returns
     * @param what what it does, for the failure of something that should not fail
     * @param call the call, made by a worker
     * @param done takes what it returned, and the gate's pass that it began with
     * @param failed takes what it threw, and the same pass
     */
    public <T> void start(
            String what,
            Function<RecordEditor, T> call,
            ObjIntConsumer<T> done,
            ObjIntConsumer<VpsDnsException> failed) {
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

    /**
     * Judges a failure: a call that we broke off ourselves tells nothing, one that something else broke off is a lost answer.
     *
     * @param failure what a call threw
     * @return how far it reaches
     */
    public FailureScope scope(VpsDnsException failure) {
        FailureScope scope = FailureScope.of(failure);
        return scope == FailureScope.CANCELLED && !ending ? FailureScope.AWAY : scope;
    }

    /**
     * Notes that a call was answered.
     *
     * @param write whether it was to write
     * @param pass the pass that it began with
     */
    public void answered(boolean write, int pass) {
        if (gate.succeeded(write, pass)) {
            listener.opened();
        }
    }

    /**
     * Notes a failure that other calls would share.
     *
     * @param scope how far it reaches
     * @param failure what the call threw
     * @param write whether it was to write
     * @param pass the pass that it began with
     */
    public void away(FailureScope scope, VpsDnsException failure, boolean write, int pass) {
        if (gate.failed(scope, failure, write, pass, time.nanoTime(), time.now())) {
            listener.closed(failure, gate.until());
        }
    }

    /** Looks now and then whether refused credentials were replaced. */
    public void lookForCredentials() {
        long now = time.nanoTime();
        if (gate.isStopped() && now - lookNanos >= 0) {
            lookNanos = now + LOOK.toNanos();
            if (access.renew()) {
                reopen();
            }
        }
    }

    /** Takes it that the credentials are others. */
    public void reopen() {
        if (gate.reopen(time.nanoTime())) {
            listener.opened();
        }
    }

    /**
     * Returns when to look again because of calls that are held back.
     *
     * @param latest when it is looked anyhow, on the clock that never jumps
     * @return when calls may be possible again, if they are not now and that is earlier
     */
    public long dueNanos(long latest) {
        long due = gate.isStopped() ? lookNanos : gate.untilNanos();
        return gate.isClosed(time.nanoTime()) && due - latest < 0 ? due : latest;
    }
}
