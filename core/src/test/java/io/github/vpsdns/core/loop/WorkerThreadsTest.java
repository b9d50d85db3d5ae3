// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.VpsDnsException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WorkerThreadsTest {
    private final Mailbox mailbox = new Mailbox();
    private final WorkerThreads workers = WorkerThreads.unbounded(mailbox, "test-worker");
    private final List<Object> heard = new ArrayList<>();

    @AfterEach
    void stop() {
        workers.stop(Duration.ofSeconds(5));
    }

    private void hear() throws InterruptedException {
        mailbox.await(Duration.ofSeconds(20));
        Objects.requireNonNull(mailbox.poll()).run();
    }

    @Test
    void whatWorkReturnsComesBackThroughTheMailbox() throws InterruptedException {
        workers.start("counting", () -> 7, heard::add, heard::add);
        hear();

        assertThat(heard).containsExactly(7);
    }

    @Test
    void whatExceedsTheirNumberWaits() throws InterruptedException {
        WorkerThreads one = WorkerThreads.bounded(mailbox, "test-worker", 1);
        CountDownLatch free = new CountDownLatch(1);
        one.start("waiting", () -> free.await(20, TimeUnit.SECONDS), done -> heard.add("first"), heard::add);
        one.start("counting", () -> 7, done -> heard.add("second"), heard::add);
        free.countDown();
        hear();
        hear();
        one.stop(Duration.ofSeconds(5));

        assertThat(heard).containsExactly("first", "second");
    }

    @Test
    void moreOfThemWorkAtOnceOnceTheirNumberIsRaised() throws InterruptedException {
        WorkerThreads some = WorkerThreads.bounded(mailbox, "test-worker", 1);
        some.resize(2);
        CountDownLatch both = new CountDownLatch(2);
        for (int i = 0; i < 2; i++) {
            some.start(
                    "meeting",
                    () -> {
                        both.countDown();
                        return both.await(20, TimeUnit.SECONDS);
                    },
                    heard::add,
                    heard::add);
        }
        hear();
        hear();
        some.stop(Duration.ofSeconds(5));

        assertThat(heard).containsExactly(true, true);
    }

    /** Such as a class that an upgrade took away: the loop must hear of it, or it would wait for ever. */
    @Test
    void anErrorIsAFailureLikeAnyOther() throws InterruptedException {
        workers.start(
                "counting",
                () -> {
                    throw new NoClassDefFoundError("gone");
                },
                heard::add,
                heard::add);
        hear();

        assertThat(heard)
                .singleElement()
                .isInstanceOfSatisfying(
                        VpsDnsException.class, failure -> assertThat(failure).hasMessageContaining("counting failed"));
    }
}
