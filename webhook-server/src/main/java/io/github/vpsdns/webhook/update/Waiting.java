// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.update;

import java.util.ArrayList;
import java.util.List;

/** Those of whom it cannot be said yet what they want, or what they would get. Owned by the loop's thread. */
final class Waiting {
    private final List<Asker> forRow = new ArrayList<>();
    private final List<Asker> forListing = new ArrayList<>();
    private boolean peeking;

    /** Lets one wait for the row in the book, which other servers may have changed. */
    void forRow(Asker asker) {
        forRow.add(asker);
    }

    /** Lets one wait until it is known what the set says. */
    void forListing(Asker asker) {
        forListing.add(asker);
    }

    boolean isForListing() {
        forListing.removeIf(Asker::isAnswered);
        return !forListing.isEmpty();
    }

    boolean canPeek() {
        return !peeking && !forRow.isEmpty();
    }

    /** Returns those whom the row that is read now will serve; who comes later waits for another. */
    List<Asker> beginPeek() {
        peeking = true;
        List<Asker> served = List.copyOf(forRow);
        forRow.clear();
        return served;
    }

    void endPeek() {
        peeking = false;
    }

    List<Asker> takeForListing() {
        List<Asker> all = List.copyOf(forListing);
        forListing.clear();
        return all;
    }

    /** Tells those who cannot wait until then. */
    void answerWhoCannotWait(long untilNanos) {
        forListing.stream()
                .filter(asker -> asker.deadlineNanos() - untilNanos < 0)
                .toList()
                .forEach(Asker::answerLater);
        forListing.removeIf(Asker::isAnswered);
    }

    boolean isEmpty() {
        return !peeking && forRow.isEmpty() && forListing.isEmpty();
    }
}
