// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.update.work;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What other threads ask the loop to do, in the order it came. Thread-safe; one thread reads. */
public final class Mailbox {
    private final LinkedBlockingDeque<Runnable> letters = new LinkedBlockingDeque<>();

    /** Leaves something to be done by the loop. */
    public void post(Runnable letter) {
        letters.add(letter);
    }

    /** Takes what came first, or null if there is nothing. */
    public @Nullable Runnable poll() {
        return letters.poll();
    }

    /** Whether there is nothing to be done. */
    public boolean isEmpty() {
        return letters.isEmpty();
    }

    /** Waits until there is something, or the time is over. */
    public void await(Duration limit) throws InterruptedException {
        Runnable first = letters.poll(limit.toNanos(), TimeUnit.NANOSECONDS);
        if (first != null) {
            letters.addFirst(first);
        }
    }
}
