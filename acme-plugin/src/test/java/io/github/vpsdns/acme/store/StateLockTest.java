// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.testing.ChildJvm;
import io.github.vpsdns.core.testing.ManualTime;
import io.github.vpsdns.core.testing.Trees;
import io.github.vpsdns.core.time.Timekeeper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateLockTest {
    private final ManualTime time = new ManualTime();

    @TempDir
    Path path;

    private StateDirectory state;

    @BeforeEach
    void setUp() {
        state = new StateDirectory(path).prepare();
    }

    /** Holds the lock of a directory until it is killed. */
    static final class Holder {
        public static void main(String[] arguments) throws IOException {
            try (StateLock lock = new StateDirectory(Path.of(arguments[0])).lock(Duration.ZERO, Timekeeper.system())) {
                ChildJvm.sayAndStay(lock.getClass().getSimpleName());
            }
        }
    }

    @Test
    void waitsForAnotherProcessAndThenSaysWhichOneItIs() {
        try (ChildJvm child = ChildJvm.start(Holder.class, path)) {
            assertThat(child.line()).isEqualTo("StateLock");

            assertThatThrownBy(() -> state.lock(Duration.ofSeconds(3), time))
                    .isInstanceOfSatisfying(
                            StateLockedException.class,
                            failure -> assertThat(failure.isTransient()).isTrue())
                    .hasMessageMatching("'" + path + "' is in use by process " + child.pid()
                            + " since \\S+Z; waited 3 s for it to finish\\. Try again when it has");
            assertThat(time.sleeps().stream().reduce(Duration.ZERO, Duration::plus))
                    .isEqualTo(Duration.ofSeconds(3));
        }
    }

    @Test
    void isFreeOnceItsProcessIsKilled() {
        try (ChildJvm child = ChildJvm.start(Holder.class, path)) {
            assertThat(child.line()).isEqualTo("StateLock");
            child.kill();

            try (StateLock lock = state.lock(Duration.ZERO, time)) {
                assertThat(lock).isNotNull();
            }
        }
    }

    @Test
    void isForOnePartOfThisProcessToo() {
        try (StateLock lock = state.lock(Duration.ZERO, time)) {
            assertThat(lock).isNotNull();
            assertThatThrownBy(() -> state.lock(Duration.ofSeconds(1), time))
                    .isInstanceOf(StateLockedException.class)
                    .hasMessageStartingWith("'" + path + "' is in use by another part of this process; waited 1 s");
        }
        try (StateLock again = state.lock(Duration.ZERO, time)) {
            assertThat(again).isNotNull();
        }
    }

    @Test
    void isGivenBackOnceHoweverOftenItIsClosed() {
        StateLock first = state.lock(Duration.ZERO, time);
        first.close();
        try (StateLock second = state.lock(Duration.ZERO, time)) {
            first.close();

            assertThat(second).isNotNull();
            assertThatThrownBy(() -> state.lock(Duration.ZERO, time)).isInstanceOf(StateLockedException.class);
        }
    }

    @Test
    void stopsWaitingWhenInterruptedAndKeepsTheFlag() {
        try (StateLock lock = state.lock(Duration.ZERO, time)) {
            assertThat(lock).isNotNull();
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> state.lock(Duration.ofSeconds(1), time)).isInstanceOf(CancelledException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void keepsItsFileForTheOwnerAlone() {
        state.lock(Duration.ZERO, time).close();

        assertThat(Trees.openToOthers(path)).isEmpty();
        assertThat(path.resolve("lock"))
                .hasContent("process " + ProcessHandle.current().pid() + " since 2026-01-01T00:00:00Z");
    }
}
