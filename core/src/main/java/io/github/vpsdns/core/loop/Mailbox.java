// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.loop;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What other threads ask the loop to do, in the order it came. Thread-safe; one thread reads. */
public final class Mailbox {
    private final LinkedBlockingDeque<Runnable> letters = new LinkedBlockingDeque<>();

    /** Creates an empty one. */
    public Mailbox() {}

    /**
     * Leaves something to be done by the loop; never waits.
     *
     * @param letter what to do
     */
    public void post(Runnable letter) {
        letters.add(letter);
    }

    /**
     * Takes what came first, without waiting.
     *
     * @return what to do, or {@code null} if there is nothing
     */
    public @Nullable Runnable poll() {
        return letters.poll();
    }

    /**
     * Tells whether there is nothing to be done.
     *
     * @return whether it is empty
     */
    public boolean isEmpty() {
        return letters.isEmpty();
    }

    /**
     * Waits until there is something, which stays, or the time is over.
     *
     * @param limit how long at most
     * @throws InterruptedException if the thread is interrupted
     */
    public void await(Duration limit) throws InterruptedException {
        Runnable first = letters.poll(limit.toNanos(), TimeUnit.NANOSECONDS);
        if (first != null) {
            letters.addFirst(first);
        }
    }
}
