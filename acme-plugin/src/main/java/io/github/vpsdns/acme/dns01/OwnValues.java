// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.dns01;

import io.github.vpsdns.acme.dns01.Claims.Claim;
import io.github.vpsdns.acme.dns01.CleanupReport.Leftover;
import io.github.vpsdns.acme.dns01.OwnValue.Presence;
import io.github.vpsdns.acme.journal.Journal;
import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.edit.AddOutcome;
import io.github.vpsdns.core.edit.RecordEditor;
import io.github.vpsdns.core.edit.ZoneNotFoundException;
import io.github.vpsdns.core.error.ForbiddenException;
import io.github.vpsdns.core.error.UnauthorizedException;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.core.zone.RecordDraft;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The values of one presentation, from before they are written until they are gone.
 *
 * <p>Thread-safe: {@link #work} is held by whoever writes or removes, so that removing begins only when writing is over. A
 * shutdown of the JVM interrupts the writer first, so as not to wait for it.
 */
final class OwnValues {
    private final RecordEditor editor;
    private final Journal journal;
    private final Claims claims;
    private final Timekeeper time;
    private final Duration cleanupLimit;
    private final ShutdownHook hook;
    private final ReentrantLock work = new ReentrantLock();

    /** Guarded by {@link #work}. */
    private final Map<RecordDraft, OwnValue> values = new LinkedHashMap<>();

    /** Guarded by {@link #work}. */
    private final Map<Claim, RecordDraft> claimed = new LinkedHashMap<>();

    /** All entries of {@link #values}, for who cannot wait for {@link #work}. */
    private final List<Journal.Entry> noted = new CopyOnWriteArrayList<>();

    /** Guarded by {@link #work}; set once, when cleaning up is over. */
    private @Nullable CleanupReport report;

    /** Guarded by this object's monitor. */
    private @Nullable Thread writer;

    /** Guarded by this object's monitor. */
    private boolean stopped;

    OwnValues(RecordEditor editor, Journal journal, Claims claims, Timekeeper time, Duration cleanupLimit) {
        this.editor = editor;
        this.journal = journal;
        this.claims = claims;
        this.time = time;
        this.cleanupLimit = cleanupLimit;
        this.hook = ShutdownHook.register(this::shutDown);
    }

    /** Notes the values in the journal and then writes them; the outcomes are in the order of the drafts. */
    List<AddOutcome> write(Collection<RecordDraft> drafts) {
        work.lock();
        try {
            enter();
            for (RecordDraft draft : drafts) {
                claims.claim(Claim.of(draft));
                claimed.put(Claim.of(draft), draft);
                Journal.Entry entry = journal.open(draft.name(), draft.data().value());
                noted.add(entry);
                values.put(draft, new OwnValue(entry, new Presence.Absent()));
            }
            values.replaceAll((draft, value) -> value.with(new Presence.Unknown()));
            List<AddOutcome> outcomes = editor.addAll(drafts);
            outcomes.forEach(this::learn);
            return outcomes;
        } finally {
            leave();
            work.unlock();
        }
    }

    /**
     * Removes what was written, on a thread and with a time limit of its own; done once, later calls return the same report.
     */
    CleanupReport cleanUp() {
        return CleanupThread.run(cleanupLimit, this::remove).orElseGet(this::unfinished);
    }

    /** Lets go of what was written and leaves it; once it was removed, does nothing. */
    void keep() {
        work.lock();
        try {
            if (report == null) {
                claimed.forEach((claim, draft) -> claims.release(claim, values.get(draft))
                        .ifPresent(given -> {
                            given.forEach(value -> journal.closed(value.entry()));
                            claims.removed(claim);
                        }));
                report = CleanupReport.EMPTY;
                hook.withdraw();
            }
        } finally {
            work.unlock();
        }
    }

    private CleanupReport remove() {
        try {
            work.lockInterruptibly();
        } catch (InterruptedException e) {
            return unfinished();
        }
        try {
            if (report == null) {
                report = removeUnclaimed();
                hook.withdraw();
            }
            return report;
        } finally {
            work.unlock();
        }
    }

    private CleanupReport removeUnclaimed() {
        List<Claim> last = new ArrayList<>();
        List<OwnValue> unclaimed = new ArrayList<>();
        claimed.forEach(
                (claim, draft) -> claims.release(claim, values.get(draft)).ifPresent(noted -> {
                    last.add(claim);
                    unclaimed.addAll(noted);
                }));
        try {
            return new ValueRemover(editor, journal, time).remove(unclaimed);
        } catch (RuntimeException e) {
            // Such as of a client that was closed too early: what is not known to be gone stays in the journal.
            List<Journal.Entry> entries =
                    unclaimed.stream().map(OwnValue::entry).toList();
            return left(entries, String.valueOf(e.getMessage()));
        } finally {
            last.forEach(claims::removed);
        }
    }

    private CleanupReport unfinished() {
        return left(noted, "not removed within " + cleanupLimit.toMillis() / 1000.0 + " s");
    }

    private CleanupReport left(List<Journal.Entry> entries, String reason) {
        entries.forEach(journal::abandoned);
        return new CleanupReport(
                List.of(),
                entries.stream()
                        .map(entry -> new Leftover(entry.name(), entry.value(), reason))
                        .toList());
    }

    private void learn(AddOutcome outcome) {
        OwnValue value = values.get(outcome.draft());
        if (value == null) {
            return;
        }
        if (outcome instanceof AddOutcome.Added added && !added.created()) {
            // What an earlier run left may be there more than once, so it is looked for by value when it is removed.
            values.put(outcome.draft(), value.with(new Presence.Unknown()));
        } else if (outcome instanceof AddOutcome.Added added) {
            values.put(
                    outcome.draft(),
                    value.with(new Presence.InRecord(added.record().id())));
            journal.created(value.entry(), added.zone().id(), added.record().id());
        } else if (outcome instanceof AddOutcome.NotAdded failed && neverSent(failed.reason())) {
            values.put(outcome.draft(), value.with(new Presence.Absent()));
        }
    }

    /** Any other failure may be that of a try, or follow one, that took effect; the client does not throw these then. */
    private static boolean neverSent(VpsDnsException reason) {
        return reason instanceof ZoneNotFoundException
                || reason instanceof UnauthorizedException
                || reason instanceof ForbiddenException;
    }

    private synchronized void enter() {
        if (stopped) {
            throw new CancelledException(
                    "no challenge value is written any more, because the JVM is shutting down", null);
        }
        writer = Thread.currentThread();
    }

    private synchronized void leave() {
        writer = null;
    }

    private void shutDown() {
        synchronized (this) {
            stopped = true;
            if (writer != null) {
                writer.interrupt();
            }
        }
        cleanUp();
    }
}
