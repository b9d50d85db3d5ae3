// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.core.InvalidValueException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class BatchTest {
    private final CountDownLatch never = new CountDownLatch(1);

    @Test
    void returnsOutcomesInTheOrderOfTheTasks() {
        List<Callable<Integer>> tasks = new ArrayList<>();
        IntStream.range(0, 50).forEach(i -> tasks.add(() -> i));

        List<TaskOutcome<Integer>> outcomes = new Batch("test", 4).run(tasks);

        assertThat(outcomes)
                .containsExactlyElementsOf(IntStream.range(0, 50)
                        .mapToObj(i -> new TaskOutcome.Done<>(i))
                        .toList());
    }

    @Test
    void runsAsManyAtOnceAsAllowed() {
        CyclicBarrier meeting = new CyclicBarrier(5);
        List<Callable<Integer>> tasks = IntStream.range(0, 5)
                .<Callable<Integer>>mapToObj(i -> meeting::await)
                .toList();

        assertThat(new Batch("test", 5).run(tasks)).allMatch(TaskOutcome.Done.class::isInstance);
    }

    @Test
    void neverRunsMoreAtOnceThanAllowed() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Callable<Integer> task = () -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            LockSupport.parkNanos(1_000_000);
            return running.decrementAndGet();
        };

        new Batch("test", 3).run(List.of(task, task, task, task, task, task, task, task, task, task));

        assertThat(most).hasValueLessThanOrEqualTo(3);
    }

    @Test
    void aFailureDoesNotStopTheOthers() {
        IOException broken = new IOException("broken");
        Callable<String> fails = () -> {
            throw broken;
        };

        List<TaskOutcome<String>> outcomes = new Batch("test", 1).run(List.of(() -> "first", fails, () -> "third"));

        assertThat(outcomes)
                .containsExactly(
                        new TaskOutcome.Done<>("first"),
                        new TaskOutcome.Failed<>(broken),
                        new TaskOutcome.Done<>("third"));
    }

    @Test
    void throwsTheErrorOfATaskOnceAllHaveEnded() {
        AtomicBoolean ran = new AtomicBoolean();
        Callable<Boolean> fails = () -> {
            throw new AssertionError("wrong");
        };

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> new Batch("test", 1).run(List.of(fails, () -> ran.getAndSet(true))))
                .withMessage("wrong");
        assertThat(ran).isTrue();
    }

    @Test
    void anInterruptCancelsWhatRunsAndWhatWaits() throws InterruptedException {
        Callable<String> waits = () -> {
            never.await();
            return "never";
        };
        Interrupted caller = new Interrupted(new Batch("test", 1), List.of(() -> "first", waits, waits));

        caller.interruptOnceRunning("vpsdns-test-1", Thread.State.WAITING);

        assertThat(caller.outcomes()).hasSize(3);
        assertThat(caller.outcomes().get(0)).isEqualTo(new TaskOutcome.Done<>("first"));
        assertThat(caller.outcomes().get(1))
                .isInstanceOfSatisfying(
                        TaskOutcome.Failed.class,
                        failed -> assertThat(failed.reason()).isInstanceOf(InterruptedException.class));
        assertThat(caller.outcomes().get(2)).isEqualTo(new TaskOutcome.Cancelled<>(false));
    }

    @Test
    void anInterruptLeavesTheFlagSet() throws InterruptedException {
        Callable<String> waits = () -> {
            never.await();
            return "never";
        };
        Interrupted caller = new Interrupted(new Batch("test", 1), List.of(waits));

        caller.interruptOnceRunning("vpsdns-test-1", Thread.State.WAITING);

        assertThat(caller.flagAfterwards).isTrue();
    }

    @Test
    void aTaskThatIgnoresTheInterruptIsLeftAfterTheGraceTime() throws InterruptedException {
        AtomicBoolean stop = new AtomicBoolean();
        Callable<String> stubborn = () -> {
            while (!stop.get()) {
                Thread.interrupted();
                LockSupport.parkNanos(1_000_000);
            }
            return "stopped";
        };
        Interrupted caller = new Interrupted(new Batch("test", 1, Duration.ofMillis(50)), List.of(stubborn));

        caller.interruptOnceRunning("vpsdns-test-1", Thread.State.TIMED_WAITING);
        stop.set(true);

        assertThat(caller.outcomes()).containsExactly(new TaskOutcome.Cancelled<>(true));
    }

    @Test
    void beginsNothingWhenTheCallerIsInterruptedAlready() {
        AtomicBoolean ran = new AtomicBoolean();
        Thread.currentThread().interrupt();

        List<TaskOutcome<Boolean>> outcomes = new Batch("test", 2).run(List.of(() -> ran.getAndSet(true)));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(outcomes).containsExactly(new TaskOutcome.Cancelled<>(false));
        assertThat(ran).isFalse();
    }

    @Test
    void leavesNoThreadBehind() {
        AtomicReference<Thread> worker = new AtomicReference<>();

        new Batch("test", 2).run(List.of(() -> worker.getAndSet(Thread.currentThread()) == null));

        await().untilAsserted(() -> assertThat(worker.get().isAlive()).isFalse());
        assertThat(worker.get().isDaemon()).isTrue();
    }

    @Test
    void nothingToDoIsDone() {
        assertThat(new Batch("test", 1).run(List.<Callable<String>>of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1001})
    void refusesAParallelismOutOfRange(int parallelism) {
        assertThatThrownBy(() -> new Batch("test", parallelism))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("1 to 1000");
    }

    /** A thread that runs a batch and is interrupted in the midst of it. */
    private static final class Interrupted {
        private final Thread thread;
        private final AtomicReference<List<TaskOutcome<String>>> result = new AtomicReference<>(List.of());
        private final AtomicBoolean flagAfterwards = new AtomicBoolean();

        Interrupted(Batch batch, List<Callable<String>> tasks) {
            thread = new Thread(() -> {
                result.set(batch.run(tasks));
                flagAfterwards.set(Thread.currentThread().isInterrupted());
            });
        }

        void interruptOnceRunning(String worker, Thread.State state) throws InterruptedException {
            thread.start();
            await().until(() -> Thread.getAllStackTraces().entrySet().stream()
                    .anyMatch(entry -> entry.getKey().getName().equals(worker)
                            && entry.getKey().getState() == state
                            && List.of(entry.getValue()).stream()
                                    .anyMatch(frame -> frame.getClassName().startsWith(BatchTest.class.getName()))));
            thread.interrupt();
            thread.join(TimeUnit.SECONDS.toMillis(20));
            assertThat(thread.isAlive()).isFalse();
        }

        List<TaskOutcome<String>> outcomes() {
            return result.get();
        }
    }
}
