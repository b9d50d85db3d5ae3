// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.agent;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What other threads ask the loop to do, in the order it came. Thread-safe. */
final class Mailbox {
    private final LinkedBlockingDeque<Runnable> letters = new LinkedBlockingDeque<>();

    void post(Runnable letter) {
        letters.add(letter);
    }

    @Nullable
    Runnable poll() {
        return letters.poll();
    }

    boolean isEmpty() {
        return letters.isEmpty();
    }

    /** Waits until there is something, or the time is over. */
    void await(Duration limit) throws InterruptedException {
        Runnable first = letters.poll(limit.toNanos(), TimeUnit.NANOSECONDS);
        if (first != null) {
            letters.addFirst(first);
        }
    }
}
