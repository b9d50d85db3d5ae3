// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.update;

import io.github.vpsdns.webhook.store.Wish;
import java.net.InetAddress;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one set of records is wanted to become. A want goes through three places, with one want in each at most: it waits to be noted,
 * is being noted, and is open from then on until it is done. Owned by the loop's thread.
 */
final class Wants {
    private @Nullable Want next;
    private @Nullable Want noting;
    private @Nullable Want open;
    private @Nullable Want inHand;

    /** What the last request that counts wants, or null if it is done. */
    @Nullable
    Want newest() {
        return next != null ? next : noting != null ? noting : open;
    }

    /** What is noted and not done. */
    @Nullable
    Want open() {
        return open;
    }

    /** Takes another want; one that was not even being noted gives way. */
    void add(Want want) {
        Want former = next;
        next = want;
        if (former != null) {
            former.answer(Asker::answerLater);
        }
    }

    /** Whether a want can be noted now. */
    boolean canNote() {
        if (next != null && !next.isAwaited()) {
            // Whoever wanted it was told that nothing was done.
            next = null;
        }
        return next != null && noting == null;
    }

    boolean isNoting() {
        return noting != null;
    }

    Want beginNoting() {
        Want want = Objects.requireNonNull(next);
        noting = want;
        next = null;
        return want;
    }

    /** Takes what was noted as the want to be done; one that it replaces and nobody has in hand is never written. */
    void noted(Wish wish) {
        Want want = Objects.requireNonNull(noting);
        noting = null;
        want.noted(wish);
        replaceOpen(want);
    }

    void notNoted() {
        Want want = Objects.requireNonNull(noting);
        noting = null;
        want.answer(Asker::answerLater);
    }

    /** Drops what was not noted yet, if it is not being noted. */
    @Nullable
    Want takeNext() {
        Want dropped = next;
        next = null;
        return dropped;
    }

    private void replaceOpen(Want want) {
        Want former = open;
        open = want;
        // The one in hand is answered when its write is over.
        if (former != null && former != inHand) {
            if (former.addresses().equals(want.addresses())) {
                want.joinAll(former);
            } else {
                former.answer(Want::replaced);
            }
        }
    }

    /** Notes that what is open is being written. */
    void beginWrite() {
        inHand = open;
        if (open != null) {
            open.attempt();
        }
    }

    /** Notes that nothing is being written any more; whoever waited for it is to be answered. */
    void endWrite() {
        inHand = null;
    }

    /** Takes it that a want is not to be done any more, or is done; a newer one stays. */
    void close(@Nullable Want want) {
        if (open == want) {
            open = null;
        }
    }

    /** Goes by the row that another server, or an earlier life, has left. */
    void adopt(@Nullable Wish theirs, @Nullable Wish done) {
        Want mine = open;
        if (theirs == null) {
            open = null;
            if (mine != null) {
                endedElsewhere(mine, done);
            }
        } else if (mine == null || theirs.sequence() > mine.wish().sequence()) {
            replaceOpen(new Want(theirs));
        }
    }

    private static void endedElsewhere(Want mine, @Nullable Wish last) {
        List<InetAddress> wanted = mine.addresses();
        boolean there = last != null
                && last.sequence() >= mine.wish().sequence()
                && last.addresses().equals(wanted);
        mine.answer(asker -> {
            if (there) {
                asker.answerChanged(wanted);
            } else {
                Want.replaced(asker);
            }
        });
    }
}
