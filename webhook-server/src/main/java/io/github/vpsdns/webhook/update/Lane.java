// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.update;

import io.github.vpsdns.core.pace.Setback;
import io.github.vpsdns.webhook.report.WebhookStatus.HostState;
import io.github.vpsdns.webhook.store.HostKey;
import io.github.vpsdns.webhook.store.HostRow;
import io.github.vpsdns.webhook.store.Wish;
import io.github.vpsdns.webhook.update.state.Board.Settled;
import io.github.vpsdns.webhook.update.state.Entry;
import io.github.vpsdns.webhook.update.state.Findings;
import io.github.vpsdns.webhook.update.state.Known;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One set of records: what it shall say, what it says as far as known, and what is to be done about it. There is at most one piece of
 * work on it: it is claimed, written, or the book is told how that ended. Wants are noted apart from that. Owned by the loop's thread.
 */
final class Lane {
    /** What is to be done about the set itself. */
    enum Next {
        /** Nothing for now. */
        NOTHING,
        /** The name is to be listed. */
        READ,
        /** The set is to be claimed. */
        CLAIM,
        /** The set is to be written. */
        WRITE,
        /** The claim is to be given back. */
        RELEASE,
        /** The book is to be told. */
        ENTER
    }

    /** What is under way. */
    private enum Work {
        NONE,
        CLAIMING,
        CLAIMED,
        WRITING,
        ENTERING
    }

    /** How long to wait before the book is told again, doubled with each failure. */
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);

    private static final int DOUBLINGS = 5;

    private final HostKey key;
    private final Setback setback;
    private final Wants wants = new Wants();
    private final Waiting waiting = new Waiting();
    private final Findings findings = new Findings();
    private @Nullable Wish done;
    private @Nullable Known known;
    private Work work = Work.NONE;
    private long claimedNanos;
    private long claimEndNanos;
    private @Nullable Long heldUntilNanos;
    private @Nullable Entry entry;
    private @Nullable Long entryDueNanos;
    private int entryFailures;
    private boolean restoring;
    private int revision;
    private int edition;

    Lane(HostKey key, Setback setback) {
        this.key = key;
        this.setback = setback;
    }

    HostKey key() {
        return key;
    }

    Setback setback() {
        return setback;
    }

    Wants wants() {
        return wants;
    }

    Waiting waiting() {
        return waiting;
    }

    Findings findings() {
        return findings;
    }

    @Nullable
    Wish done() {
        return done;
    }

    @Nullable
    Known known() {
        return known;
    }

    /** Changes whenever a row that was asked for before says nothing of what is so now. */
    int revision() {
        return revision;
    }

    /** Changes whenever a listing that was asked for before says nothing of what is so now. */
    int edition() {
        return edition;
    }

    private void changed() {
        revision++;
        edition++;
    }

    /** What the set will say when all is done, or null if that is not known. */
    @Nullable
    List<InetAddress> basis(Duration age, long now) {
        Want newest = wants.newest();
        if (newest != null) {
            return newest.addresses();
        }
        Known there = known;
        return there != null && isAtRest() && there.isWithin(age, now) ? there.addresses() : null;
    }

    /** Whether the set is known to say this, and nothing is to change that. */
    boolean says(List<InetAddress> addresses, Duration age, long now) {
        return wants.newest() == null && addresses.equals(basis(age, now));
    }

    private boolean isAtRest() {
        return work != Work.WRITING && !restoring;
    }

    void noted(Wish wish, long now) {
        wants.noted(wish);
        restoring = false;
        setback.tryNow(now);
        revision++;
    }

    /** What the records are to say, or null if nothing is to be written. */
    @Nullable
    List<InetAddress> goal() {
        Want open = wants.open();
        if (open != null) {
            return open.addresses();
        }
        return restoring && done != null ? done.addresses() : null;
    }

    /** Says what is to be done about the set itself. */
    Next next(LaneRules rules, long now) {
        if (work == Work.CLAIMING || work == Work.WRITING || work == Work.ENTERING) {
            return Next.NOTHING;
        }
        if (entry != null) {
            Long due = entryDueNanos;
            return due == null || now - due >= 0 ? Next.ENTER : Next.NOTHING;
        }
        boolean claimed = work == Work.CLAIMED;
        boolean waits = rules.isClosed() || setback.holds(now);
        List<InetAddress> goal = rules.writes() ? goal() : null;
        if (goal == null || waits || (claimed && claimEndNanos - now <= 0)) {
            return claimed ? Next.RELEASE : !waits && needsReading(rules, now) ? Next.READ : Next.NOTHING;
        }
        if (rules.isShared() && !claimed) {
            return claim(now);
        }
        if (!suffices(goal, rules, now)) {
            return Next.READ;
        }
        return claimed ? Next.WRITE : claim(now);
    }

    private Next claim(long now) {
        Long until = heldUntilNanos;
        return until != null && until - now > 0 ? Next.NOTHING : Next.CLAIM;
    }

    /** What is only about to be noted is read already, unless another server may write before it is ours. */
    private boolean needsReading(LaneRules rules, long now) {
        Want newest = rules.writes() && !rules.isShared() ? wants.newest() : null;
        return waiting.isForListing() || (newest != null && !suffices(newest.addresses(), rules, now));
    }

    private boolean suffices(List<InetAddress> goal, LaneRules rules, long now) {
        Known there = known;
        return there != null
                && there.suffices(goal, rules.age(), now, !rules.isShared() || there.nanos() - claimedNanos >= 0);
    }

    /** Whether the set is to be compared in the background: what was seen is older than this. */
    boolean isDue(Duration age, long now) {
        if (!isIdle() || wants.newest() != null || restoring || done == null || setback.holds(now)) {
            return false;
        }
        Known there = known;
        return there == null || !there.isWithin(age, now) || findings.isDue(now);
    }

    void beginClaim(long now, Duration safe) {
        work = Work.CLAIMING;
        claimedNanos = now;
        claimEndNanos = now + safe.toNanos();
        revision++;
    }

    void claimed() {
        work = Work.CLAIMED;
        heldUntilNanos = null;
    }

    void notClaimed(long againNanos) {
        work = Work.NONE;
        heldUntilNanos = againNanos;
    }

    boolean isClaimed() {
        return work == Work.CLAIMING || work == Work.CLAIMED;
    }

    /** Takes a row as another server, or an earlier life, has left it; with what was known, if one may rely on it. */
    void adopt(HostRow row, @Nullable Known kept) {
        wants.adopt(row.open(), row.done());
        if (row.open() != null) {
            restoring = false;
        }
        done = row.done();
        known = kept;
        changed();
    }

    /** Whether nothing is under way that a row says nothing of. */
    boolean isIdle() {
        return work == Work.NONE && entry == null && !wants.isNoting();
    }

    void beginWrite() {
        work = Work.WRITING;
        changed();
        wants.beginWrite();
    }

    /** Takes what a write has left, and has the book told. */
    void written(@Nullable Want want, Wish wish, Known now, @Nullable List<InetAddress> before) {
        known = now;
        edition++;
        done = wish;
        restoring = false;
        findings.written();
        setback.clear();
        wants.close(want);
        end(new Entry.Finished(wish, before, now.set()));
    }

    /** Takes it that a want cannot be done. */
    void giveUp(Want want) {
        wants.close(want);
        setback.clear();
        end(new Entry.GivenUp(want.wish(), known == null));
    }

    /** Ends work in vain. */
    void release() {
        end(new Entry.Released(known == null));
    }

    private void end(Entry how) {
        work = Work.NONE;
        wants.endWrite();
        entry = how;
        entryDueNanos = null;
        entryFailures = 0;
        revision++;
    }

    /** Takes it that it is not known any more what the API has. */
    void doubt() {
        known = null;
        changed();
    }

    Entry beginEntry() {
        work = Work.ENTERING;
        return Objects.requireNonNull(entry);
    }

    void entered() {
        work = Work.NONE;
        entry = null;
        revision++;
    }

    void notEntered(long now) {
        work = Work.NONE;
        entryDueNanos = now
                + FIRST_WAIT
                        .multipliedBy(1L << Math.min(entryFailures++, DOUBLINGS))
                        .toNanos();
    }

    /** Takes what a listing showed. */
    void listed(Known listed) {
        known = listed;
        if (wants.newest() == null) {
            setback.clear();
        }
    }

    /** Writes again what was written last, or not any more. */
    void restore(boolean again) {
        restoring = again;
    }

    boolean isRestoring() {
        return restoring;
    }

    /** When something may be to be done, if nothing happens until then. */
    long dueNanos(long now, long latest) {
        long due = latest;
        Long book = entryDueNanos;
        if (entry != null && work == Work.NONE && book != null) {
            due = earlier(due, book);
        }
        if (setback.holds(now)) {
            due = earlier(due, setback.untilNanos());
        }
        Long held = heldUntilNanos;
        if (held != null && held - now > 0) {
            due = earlier(due, held);
        }
        return work == Work.CLAIMED ? earlier(due, claimEndNanos) : due;
    }

    private static long earlier(long one, long other) {
        return one - other < 0 ? one : other;
    }

    /** Whether nothing is to be done or awaited. */
    boolean isQuiet() {
        return isIdle() && wants.newest() == null && !restoring && waiting.isEmpty() && setback.failures() == 0;
    }

    /** Whether nothing keeps a want from being given up: the book has been told of all before. */
    boolean canGiveUp() {
        return (work == Work.NONE || work == Work.CLAIMED) && entry == null;
    }

    /** Whether the book can be told now how work ended. */
    boolean canEnter(long now) {
        Long due = entryDueNanos;
        return work == Work.CLAIMED || (entry != null && (due == null || now - due >= 0));
    }

    /** Whether it is quiet and nothing was ever done. */
    boolean isForgettable() {
        return isQuiet() && done == null;
    }

    HostState state() {
        Want open = wants.open();
        Known there = known;
        HostRow row = new HostRow(key, open == null ? null : open.wish(), done, there == null ? null : there.set());
        return new HostState(row, setback.problem());
    }

    /** What the set says until when, or null if that may change at any moment. */
    @Nullable
    Settled settled(Duration age) {
        Known there = known;
        return there == null || wants.newest() != null || !isAtRest()
                ? null
                : new Settled(there.addresses(), there.nanos() + age.toNanos());
    }
}
