// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.vpsdns.core.testing.ChildJvm;
import io.github.vpsdns.core.testing.ManualTime;
import io.github.vpsdns.core.time.Timekeeper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class MemoryLockTest {
    @TempDir
    Path directory;

    /** An agent in a process of its own, which stays until it is killed. */
    static final class Agent {
        private Agent() {}

        public static void main(String[] arguments) throws IOException {
            try (MemoryFile file = MemoryFile.open(Path.of(arguments[0]), Timekeeper.system())) {
                ChildJvm.sayAndStay("holds " + file.path());
            }
        }
    }

    @Test
    void aSecondAgentOfTheProcessIsRefused() {
        try (MemoryFile first = open()) {
            assertThatExceptionOfType(MemoryInUseException.class)
                    .isThrownBy(this::open)
                    .withMessage("another agent (in this process) uses '" + first.path()
                            + "'; stop it first, or give this one a state file of its own");
        }
    }

    @Test
    void anAgentInAnotherProcessIsNamedAndItsLockEndsWithIt() {
        try (ChildJvm other = ChildJvm.start(Agent.class, path())) {
            assertThat(other.line()).isEqualTo("holds " + path());
            assertThatExceptionOfType(MemoryInUseException.class)
                    .isThrownBy(this::open)
                    .withMessageContaining("another agent (process " + other.pid() + " since ");
            other.kill();
            open().close();
        }
    }

    @Test
    void whatIsClosedCanBeTakenByAnother() {
        MemoryFile first = open();
        first.close();
        first.close();
        open().close();
    }

    @Test
    void otherFilesOfTheDirectoryAreForOthers() {
        try (MemoryFile first = open();
                MemoryFile other = MemoryFile.open(directory.resolve("other.json"), new ManualTime())) {
            assertThat(first.path()).isNotEqualTo(other.path());
        }
    }

    private MemoryFile open() {
        return MemoryFile.open(path(), new ManualTime());
    }

    private Path path() {
        return directory.resolve("ddns.json");
    }
}
