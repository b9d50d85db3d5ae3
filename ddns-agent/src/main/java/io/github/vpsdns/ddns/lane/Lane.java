// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.lane;

import io.github.vpsdns.core.edit.CnameConflictException;
import io.github.vpsdns.core.edit.NameReading;
import io.github.vpsdns.core.edit.RecordSetPlan;
import io.github.vpsdns.core.pace.Setback;
import io.github.vpsdns.core.zone.DnsRecord;
import io.github.vpsdns.ddns.settings.DriftPolicy;
import io.github.vpsdns.ddns.settings.RecordRule;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The records of one name and family: what they should say, what they say as far as known, and what is to be done about it.
 *
 * <p>The values that this agent has brought there are <em>published</em>. Records that were changed by somebody else are told
 * from those that lag behind the host by this: what is wanted is published, and yet something else is found.
 */
public final class Lane {
    /** What is to be done. */
    public enum Next {
        /** Nothing for now. */
        NOTHING,
        /** The name is to be listed. */
        COMPARE,
        /** The records are to be written. */
        WRITE
    }

    private final LaneKey key;
    private final Setback setback;
    private final Claim claim = new Claim();
    private RecordRule rule;
    private @Nullable List<InetAddress> wanted;
    private @Nullable Long changeReadNanos;
    private @Nullable Known known;
    private boolean writing;
    private boolean stale;
    private boolean withdrawing;
    private int revision;
    private boolean verified;
    private @Nullable Instant changed;
    /** Judged when something changes, because it is asked all the time. */
    private boolean right;

    private boolean drifted;

    /**
     * Creates a lane of which nothing is known.
     *
     * @param key whose records
     * @param rule what is to be done with them
     * @param setback notes its failures
     */
    public Lane(LaneKey key, RecordRule rule, Setback setback) {
        this.key = key;
        this.rule = rule;
        this.setback = setback;
    }

    /**
     * Takes what is remembered from before a restart.
     *
     * @param before what the API had, or {@code null} if that is not certain
     * @param ours what was published, or {@code null} if nothing was
     * @param meant what was to be published when the memory was kept; empty if no write was under way
     * @param written when the records were last written, or {@code null}
     */
    public void remember(
            @Nullable Known before,
            @Nullable List<InetAddress> ours,
            List<InetAddress> meant,
            @Nullable Instant written) {
        known = meant.isEmpty() ? before : null;
        claim.remember(ours, meant);
        changed = written;
        judge();
    }

    /**
     * Goes by other rules from now on.
     *
     * @param other the name's new rule
     */
    public void follow(RecordRule other) {
        rule = other;
    }

    /**
     * Takes what the records should say.
     *
     * @param addresses the addresses, or {@code null} if they are not known now
     * @param readNanos when the change of the host's address was read that led to this, or {@code null} if something else did
     */
    public void want(@Nullable List<InetAddress> addresses, @Nullable Long readNanos) {
        if (addresses != null && !addresses.equals(wanted) && !addresses.equals(claim.published())) {
            changeReadNanos = readNanos;
        }
        wanted = addresses;
        settle();
    }

    /**
     * Says what is to be done.
     *
     * @param nowNanos now
     * @param interval how old a comparison may be
     * @param policy what to do about changes by others
     * @return what to do
     * @throws CnameConflictException if a CNAME is in the way
     */
    public Next next(long nowNanos, Duration interval, DriftPolicy policy) {
        Known there = known;
        if (writing || setback.holds(nowNanos)) {
            return Next.NOTHING;
        }
        if (there == null || stale || nowNanos - there.comparedNanos() >= interval.toNanos()) {
            return Next.COMPARE;
        }
        if (withdrawing) {
            return removal().isEmpty() ? Next.NOTHING : Next.WRITE;
        }
        if (isRight() || wanted == null || (isDrifted() && policy != DriftPolicy.RESTORE)) {
            return Next.NOTHING;
        }
        Optional<RecordSetPlan> plan = plan();
        if (plan.isEmpty()) {
            return Next.COMPARE;
        }
        return plan.get().isEmpty() ? Next.NOTHING : Next.WRITE;
    }

    /**
     * Says when something may be to be done, if nothing happens until then.
     *
     * @param interval how old a comparison may be
     * @param latest how far to look ahead
     * @return on the clock that never jumps
     */
    public long dueNanos(Duration interval, long latest) {
        if (writing) {
            return latest;
        }
        Known there = known;
        long due = there == null || stale ? setback.untilNanos() : there.comparedNanos() + interval.toNanos();
        if (setback.failures() > 0 && setback.untilNanos() - due > 0) {
            due = setback.untilNanos();
        }
        return due - latest < 0 ? due : latest;
    }

    /**
     * Plans the write that is to be done, or the removal.
     *
     * @return the plan; empty if it is not known what is wanted or there
     * @throws CnameConflictException if a CNAME is in the way
     */
    public Optional<RecordSetPlan> plan() {
        Known there = known;
        List<InetAddress> goal = wanted;
        if (withdrawing) {
            return Optional.of(removal());
        }
        return there == null || goal == null ? Optional.empty() : there.plan(rule, key.family(), goal);
    }

    /** What this agent published or would publish. */
    private RecordSetPlan removal() {
        Known there = known;
        Set<InetAddress> ours = claim.all();
        Optional.ofNullable(wanted).ifPresent(ours::addAll);
        return there == null
                ? new RecordSetPlan(List.of(), List.of(), List.of(), List.of())
                : there.removal(List.copyOf(ours));
    }

    /**
     * Notes that what is wanted is about to be written.
     *
     * @return whether that is news, to be kept on disk before the write begins
     */
    public boolean intend() {
        List<InetAddress> goal = wanted;
        boolean news = goal != null && !withdrawing && claim.intend(goal);
        if (news) {
            judge();
        }
        return news;
    }

    /** Notes that a write has begun. */
    public void beginWrite() {
        writing = true;
        revision++;
    }

    /** Turns the aim round: what is ours is to be removed, after another look at what is there. */
    public void withdraw() {
        withdrawing = true;
        stale = true;
    }

    /** Tells whether the records are to be removed: whether {@link #withdraw} was called. */
    public boolean isWithdrawing() {
        return withdrawing;
    }

    /** Asks for a comparison, however young the last one is. */
    public void expire() {
        stale = true;
    }

    /**
     * Tells whether what is known was true at a moment, as far as the interval between comparisons allows.
     *
     * @param nanos the moment, on the clock that never jumps
     * @param interval how old a comparison may be
     * @return whether no comparison was due then that has not been made since
     */
    public boolean wasCertain(long nanos, Duration interval) {
        Known there = known;
        return there != null && !stale && nanos - there.comparedNanos() < interval.toNanos();
    }

    /** Returns what tells whether a write came between: another number after each write. */
    public int revision() {
        return revision;
    }

    /**
     * Notes that a write has succeeded.
     *
     * @param records the set as it is now
     * @param goal what was written; empty after a removal
     * @param at when
     * @return whether the records are as they were written; whatever else they say, it is no more to be expected of another write
     */
    public boolean written(List<DnsRecord> records, List<InetAddress> goal, Instant at) {
        writing = false;
        revision++;
        verified = false;
        known = known == null ? null : known.with(records);
        claim.settle(goal.isEmpty() ? null : goal);
        changed = at;
        changeReadNanos = null;
        boolean done = goal.isEmpty() || known == null || known.isJust(goal);
        if (done) {
            setback.clear();
        }
        settle();
        return done;
    }

    /** Notes that it is not known any more what the API has: the name is to be listed. */
    public void doubt() {
        writing = false;
        revision++;
        known = null;
        judge();
    }

    /**
     * Takes what a listing showed, unless a write is under way or was made since.
     *
     * @param reading the listing
     * @param before the revision when it began
     * @param nanos when it began
     * @param at when it began
     * @return whether it is news that somebody else has changed the records
     */
    public boolean compared(NameReading.Found reading, int before, long nanos, Instant at) {
        if (before != revision) {
            return false;
        }
        stale = false;
        List<InetAddress> there = addresses();
        boolean wasDrifted = isDrifted();
        known = Known.of(reading, key.family(), nanos, at);
        settle();
        if (withdrawing && removal().isEmpty()) {
            claim.settle(null);
        }
        return isDrifted() && !(wasDrifted && known.isJust(there));
    }

    /** What is right is ours, whoever made it so. */
    private void settle() {
        judge();
        if (right && !withdrawing) {
            claim.settle(wanted);
            setback.clear();
            judge();
        }
    }

    private void judge() {
        List<InetAddress> goal = wanted;
        Known there = known;
        right = goal != null && there != null && there.isJust(goal);
        drifted = goal != null
                && there != null
                && claim.isJust(goal)
                && !Set.copyOf(there.addresses()).equals(Set.copyOf(goal));
    }

    /** Tells whether the records are known to say what they should: whether nothing is to be written. */
    public boolean isRight() {
        return right;
    }

    /**
     * Tells whether somebody else has changed records that were right.
     *
     * @return whether what is wanted was published and something else is there
     */
    public boolean isDrifted() {
        return drifted;
    }

    /** Notes that all authoritative servers say what was published last. */
    public void verified() {
        verified = true;
    }

    /** Tells whether nothing that is ours is there any more: whether a withdrawal is over. */
    public boolean isWithdrawn() {
        return withdrawing && known != null && !stale && removal().isEmpty();
    }

    /** Returns whose records these are: name and family. */
    public LaneKey key() {
        return key;
    }

    /** Returns what is to be done with them: the name's rule. */
    public RecordRule rule() {
        return rule;
    }

    /** Returns its failures: the one setback of this lane. */
    public Setback setback() {
        return setback;
    }

    /** Returns what the records should say: the addresses, or {@code null} if they are not known. */
    public @Nullable List<InetAddress> wanted() {
        return wanted;
    }

    /** Returns when the change was read that is not published yet: on the clock that never jumps, or {@code null}. */
    public @Nullable Long changeReadNanos() {
        return changeReadNanos;
    }

    /** Returns what the API has: what is known, or {@code null} if that is not certain. */
    public @Nullable Known known() {
        return known;
    }

    /** Returns what the records say as far as known: the addresses, empty if there are none or nothing is known. */
    public List<InetAddress> addresses() {
        return known == null ? List.of() : known.addresses();
    }

    /** Returns what this agent has brought there: the addresses, or {@code null} if nothing. */
    public @Nullable List<InetAddress> published() {
        return claim.published();
    }

    /** Returns what was to be written and may or may not be: the addresses, empty if no write is in doubt. */
    public List<InetAddress> intended() {
        return claim.intended();
    }

    /** Tells whether a write is under way: whether it is. */
    public boolean isWriting() {
        return writing;
    }

    /** Tells whether all authoritative servers are known to say what was published: whether they do. */
    public boolean isVerified() {
        return verified;
    }

    /** Returns when the records were last written: the time, or {@code null} if not by this agent. */
    public @Nullable Instant changed() {
        return changed;
    }
}
