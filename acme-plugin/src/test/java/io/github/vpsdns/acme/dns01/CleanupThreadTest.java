// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.dns01;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CleanupThreadTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    void runsOnAnInterruptedThreadAndKeepsTheFlag() {
        Thread.currentThread().interrupt();

        assertThat(CleanupThread.run(LONG, Thread::interrupted)).contains(false);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void finishesThoughTheCallerIsInterruptedMeanwhile() {
        Thread caller = Thread.currentThread();

        assertThat(CleanupThread.run(LONG, () -> {
                    caller.interrupt();
                    return "done";
                }))
                .contains("done");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void interruptsWorkThatTakesTooLongAndTakesWhatItKnows() {
        CountDownLatch never = new CountDownLatch(1);

        assertThat(CleanupThread.run(Duration.ofMillis(50), () -> {
                    try {
                        return never.await(1, TimeUnit.HOURS) ? "late" : "later";
                    } catch (InterruptedException e) {
                        return "stopped";
                    }
                }))
                .contains("stopped");
    }

    @Test
    void passesOnWhatTheWorkThrows() {
        assertThatThrownBy(() -> CleanupThread.run(LONG, () -> {
                    throw new IllegalArgumentException("broken");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("broken");
    }
}
