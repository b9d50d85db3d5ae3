// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.agent;

import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.ddns.memory.Memory;
import io.github.vpsdns.ddns.memory.MemoryFile;
import io.github.vpsdns.ddns.memory.MemoryUnsavedException;
import io.github.vpsdns.ddns.memory.Recollection;
import io.github.vpsdns.ddns.report.AgentEvent.MemoryUnsaved;
import io.github.vpsdns.ddns.report.AgentEvent.MemoryUnusable;
import io.github.vpsdns.ddns.work.Parts;
import io.github.vpsdns.ddns.work.Teller;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Keeps on disk what is known: soon after it changed, at once after writes, and before writes what they are meant to make true. A disk
 * that cannot be written is told of and keeps nothing from going on. Owned by the loop's thread.
 */
final class Keeper {
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

    private final MemoryFile file;
    private final Timekeeper time;
    private final Teller teller;
    private final Snapshot snapshot;
    private final boolean dryRun;
    private Memory saved = Memory.EMPTY;
    private @Nullable String problem;
    private boolean touched;
    private long dueNanos;

    Keeper(MemoryFile file, Parts parts, Snapshot snapshot, boolean dryRun) {
        this.file = file;
        this.time = parts.time();
        this.teller = parts.teller();
        this.snapshot = snapshot;
        this.dryRun = dryRun;
    }

    void load() {
        Recollection read = file.load();
        if (read.unusable() != null) {
            teller.tell(new MemoryUnusable(file.path(), read.unusable()));
        }
        saved = read.memory();
        snapshot.restore(saved);
    }

    /** Notes that something may have changed. */
    void touch() {
        if (!touched) {
            touched = true;
            dueNanos = time.nanoTime() + (problem == null ? SOON : AFTER_FAILURE).toNanos();
        }
    }

    /** Notes that something was written, so that what is on disk is behind. */
    void touchUrgently() {
        touched = true;
        if (problem == null) {
            dueNanos = time.nanoTime();
        }
    }

    /** Saves if it is time. While calls are under way more is about to change. */
    void keep(boolean idle) {
        long now = time.nanoTime();
        boolean due = touched && now - dueNanos >= 0;
        if (due && (idle || now - dueNanos >= SOON.toNanos())) {
            saveNow();
        }
    }

    void saveNow() {
        touched = false;
        Memory memory = snapshot.take();
        if (dryRun || memory.equals(saved)) {
            return;
        }
        try {
            file.save(memory);
            saved = memory;
            problem = null;
        } catch (VpsDnsException e) {
            unsaved(e);
        }
    }

    private void unsaved(VpsDnsException failure) {
        String reason = failure instanceof MemoryUnsavedException unsaved
                ? unsaved.reason()
                : Objects.requireNonNullElse(failure.getMessage(), failure.toString());
        if (!reason.equals(problem)) {
            teller.tell(new MemoryUnsaved(file.path(), reason));
        }
        problem = reason;
        touched = false;
        touch();
    }

    /** When it may be time to save. */
    long dueNanos(long latest, boolean idle) {
        long due = idle ? dueNanos : dueNanos + SOON.toNanos();
        return touched && due - latest < 0 ? due : latest;
    }
}
