// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.update.work;

import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.edit.RecordEditor;
import io.github.vpsdns.core.pace.ApiAccess;
import io.github.vpsdns.core.pace.FailureScope;
import io.github.vpsdns.core.pace.Gate;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.webhook.report.WebhookEvent.ApiClosed;
import io.github.vpsdns.webhook.report.WebhookEvent.ApiOpened;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;

/** All calls of the updater: no more at once than may be, none while they would be in vain. Owned by the loop's thread. */
public final class ApiCalls {
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

    /** Makes so many calls at once at most, by these workers. */
    public ApiCalls(ApiAccess access, Workers workers, Parts parts, int limit) {
        this.access = access;
        this.workers = workers;
        this.time = parts.time();
        this.teller = parts.teller();
        this.gate = new Gate(time.nanoTime(), parts.random());
        this.limit = limit;
    }

    /** Makes so many calls at once at most from now on. */
    public void limit(int calls) {
        limit = calls;
    }

    /** Whether the API may be called, and why not. */
    public Gate gate() {
        return gate;
    }

    /** Whether one more call may begin. */
    public boolean admits() {
        return !ending && gate.admits(running, limit, time.nanoTime());
    }

    /** Whether no call may begin, however few are under way. */
    public boolean isClosed() {
        return ending || gate.isClosed(time.nanoTime());
    }

    /** How many calls are under way. */
    public int running() {
        return running;
    }

    /** Begins no more calls, and a call that is broken off says nothing about the API. */
    public void end() {
        ending = true;
    }

    /** Starts a call; the ends also get the gate's pass that it began with. */
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

    /** Judges a failure; calls that we broke off ourselves tell nothing, those that something else broke off are lost answers. */
    public FailureScope scope(VpsDnsException failure) {
        FailureScope scope = FailureScope.of(failure);
        return scope == FailureScope.CANCELLED && !ending ? FailureScope.AWAY : scope;
    }

    /** Notes that a call was answered. */
    public void answered(boolean write, int pass) {
        if (gate.succeeded(write, pass)) {
            teller.tell(new ApiOpened());
        }
    }

    /** Notes a failure that other calls would share. */
    public void away(FailureScope scope, VpsDnsException failure, boolean write, int pass) {
        if (gate.failed(scope, failure, write, pass, time.nanoTime(), time.now())) {
            teller.tell(new ApiClosed(text(failure), gate.until()));
        }
    }

    /** What is wrong, in one sentence. */
    public static String text(VpsDnsException failure) {
        return Objects.requireNonNullElse(failure.getMessage(), failure.toString());
    }

    /** Looks now and then whether refused credentials were replaced. */
    public void lookForCredentials() {
        long now = time.nanoTime();
        if (gate.isStopped() && now - lookNanos >= 0) {
            lookNanos = now + LOOK.toNanos();
            if (access.renew() && gate.reopen(now)) {
                teller.tell(new ApiOpened());
            }
        }
    }

    /** When calls may be possible again, if they are not now. */
    public long dueNanos(long latest) {
        long due = gate.isStopped() ? lookNanos : gate.untilNanos();
        return gate.isClosed(time.nanoTime()) && due - latest < 0 ? due : latest;
    }
}
