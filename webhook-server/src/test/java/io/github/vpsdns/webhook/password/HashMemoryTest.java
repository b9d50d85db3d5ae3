// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

final class HashMemoryTest {
    private final HashMemory memory = new HashMemory(40 * 1024);

    @Test
    void workThatFindsNoRoomWaitsUntilThereIs() throws InterruptedException {
        CountDownLatch finish = new CountDownLatch(1);
        AtomicBoolean second = new AtomicBoolean();
        Thread first = new Thread(() -> memory.with(25, () -> awaitIt(finish)));
        first.start();
        await().until(() -> first.getState() == Thread.State.WAITING);

        Thread other = new Thread(() -> memory.with(25, () -> {
            second.set(true);
            return 0;
        }));
        other.start();
        await().until(() -> other.getState() == Thread.State.WAITING);
        assertThat(second).isFalse();

        finish.countDown();
        other.join();
        first.join();
        assertThat(second).isTrue();
    }

    @Test
    void roomIsGivenBackAfterAFailure() {
        for (int i = 0; i < 3; i++) {
            assertThat(fails()).isTrue();
        }
    }

    private boolean fails() {
        try {
            memory.with(30, () -> {
                throw new IllegalStateException("of a test");
            });
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    private static int awaitIt(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }
}
