// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.core.address.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VerifierTest {
    private final Verifier verifier = new Verifier();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger runs = new AtomicInteger();

    @AfterEach
    void close() {
        gate.countDown();
        verifier.close();
    }

    @Test
    void runsTwoAtATimeAndKeepsSixtyFourWaiting() {
        List<CompletableFuture<Verdict>> accepted = submit(66);
        await().until(() -> running.get() == 2);

        assertThat(submitOne("one more", place(99))).isCompletedWithValue(Verdict.BUSY);

        gate.countDown();
        assertThat(accepted).allSatisfy(verdict -> assertThat(verdict.join()).isEqualTo(Verdict.RIGHT));
        assertThat(runs).hasValue(66);
    }

    @Test
    void runsTheSameOnceForAllWhoWait() {
        CompletableFuture<Verdict> first = submitOne("same", place(1));
        CompletableFuture<Verdict> second = submitOne("same", place(2));

        gate.countDown();

        assertThat(first.join()).isEqualTo(Verdict.RIGHT);
        assertThat(second.join()).isEqualTo(Verdict.RIGHT);
        assertThat(runs).hasValue(1);
    }

    @Test
    void runsTheSameAgainOnceItIsOver() {
        gate.countDown();
        submitOne("same", place(1)).join();
        submitOne("same", place(1)).join();

        assertThat(runs).hasValue(2);
    }

    /** Takes all that one place may have. */
    private void fill(Network place) {
        assertThat(IntStream.range(0, 16)
                        .mapToObj(number -> submitOne("from one place " + number, place))
                        .toList())
                .hasSize(16);
    }

    @Test
    void leavesRoomForOthersBesideOneBusyPlace() {
        fill(place(1));

        assertThat(submitOne("one more", place(1))).isCompletedWithValue(Verdict.BUSY);
        assertThat(submitOne("another", place(2))).isNotDone();
    }

    @Test
    void givesAPlaceItsShareBackWhenDone() {
        fill(place(1));
        CompletableFuture<Verdict> last = submitOne("other place", place(2));
        gate.countDown();
        last.join();

        assertThat(submitOne("one more", place(1)).join()).isEqualTo(Verdict.RIGHT);
    }

    @Test
    void passesOnWhatWentWrong() {
        CompletableFuture<Verdict> verdict = verifier.verify("broken", place(1), () -> {
            throw new OutOfMemoryError("256 MiB");
        });

        await().until(verdict::isCompletedExceptionally);
        assertThat(submitOne("next", place(1))).isNotDone();
    }

    @Test
    void finishesWhatRunsAndTurnsAwayWhatWaits() throws InterruptedException {
        List<CompletableFuture<Verdict>> accepted = new ArrayList<>(submit(2));
        await().until(() -> running.get() == 2);
        CompletableFuture<Verdict> waiting = submitOne("waits", place(50));
        Thread closing = new Thread(verifier::close);
        closing.start();
        await().until(() -> submitOne("late", place(60)).isDone());

        gate.countDown();
        closing.join();

        assertThat(accepted).allSatisfy(verdict -> assertThat(verdict.join()).isEqualTo(Verdict.RIGHT));
        assertThat(waiting.join()).isEqualTo(Verdict.BUSY);
    }

    private List<CompletableFuture<Verdict>> submit(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> submitOne("submitted " + number, place(number)))
                .toList();
    }

    private CompletableFuture<Verdict> submitOne(String key, Network place) {
        return verifier.verify(key, place, () -> {
            running.incrementAndGet();
            runs.incrementAndGet();
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            running.decrementAndGet();
            return Verdict.RIGHT;
        });
    }

    private static Network place(int number) {
        return Network.of("192.0.2." + number);
    }
}
