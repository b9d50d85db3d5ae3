// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShieldedTest {
    private final AtomicBoolean seen = new AtomicBoolean();

    @AfterEach
    void forgetTheInterrupt() {
        boolean unused = Thread.interrupted();
    }

    @Test
    void anInterruptBeforeItIsKeptForAfterwards() throws Exception {
        Thread.currentThread().interrupt();

        Shielded.run("shielded", () -> seen.set(Thread.currentThread().isInterrupted()));

        assertThat(seen).isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void anInterruptMeanwhileIsKeptForAfterwards() throws Exception {
        Thread caller = Thread.currentThread();
        CountDownLatch never = new CountDownLatch(1);

        Shielded.run("shielded", () -> {
            caller.interrupt();
            seen.set(never.await(100, TimeUnit.MILLISECONDS));
        });

        assertThat(seen).isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void throwsWhatTheWorkThrows() {
        assertThatThrownBy(() -> Shielded.run("shielded", () -> {
                    throw new IOException("no room");
                }))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("no room");
    }

    @Test
    void anErrorIsToldAsTheCause() {
        assertThatThrownBy(() -> Shielded.run("shielded", () -> {
                    throw new UnsatisfiedLinkError("no such library");
                }))
                .hasRootCauseInstanceOf(UnsatisfiedLinkError.class);
    }
}
