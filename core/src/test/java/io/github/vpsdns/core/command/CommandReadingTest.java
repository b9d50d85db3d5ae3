// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.core.CancelledException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandReadingTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    private Path directory;

    @Test
    void returnsWhatIsPrintedWithoutTheComplaints() {
        assertThat(read("echo 192.0.2.1; echo 'is old' >&2; printf \"$MORE\"", Map.of("MORE", "x\\0y")))
                .isEqualTo("192.0.2.1\nx\0y");
    }

    @Test
    void takesAsMuchAsIsAllowed() {
        assertThat(read("head -c " + UserCommand.MOST_READ + " /dev/zero", Map.of()))
                .hasSize(UserCommand.MOST_READ);
    }

    @Test
    void killsWhatPrintsWithoutEnd() {
        assertThatThrownBy(() -> read("yes; sleep 60", Map.of()))
                .isInstanceOf(CommandException.class)
                .hasMessage("the meter printed more than 65536 bytes and was killed");
    }

    @Test
    void quotesTheLastComplaintOfAFailedCommand() {
        assertThatThrownBy(() -> read("echo 192.0.2.1; echo modem; echo is off >&2; exit 3", Map.of()))
                .isInstanceOf(CommandException.class)
                .hasMessage("the meter ended with status 3: is off");
    }

    @Test
    void quotesTheLastLineOfAFailedCommandThatComplainsOnItsOutput() {
        assertThatThrownBy(() -> read("echo modem; echo is off; echo; exit 3", Map.of()))
                .isInstanceOf(CommandException.class)
                .hasMessage("the meter ended with status 3: is off");
    }

    @Test
    void killsACommandThatTakesTooLongWithItsChildren() throws IOException {
        Path pid = directory.resolve("pid");
        String line = "sh -c 'echo $$ >" + pid + "; sleep 60; true'; true";

        assertThatThrownBy(() -> read(line, Map.of(), Duration.ofMillis(1500)))
                .isInstanceOf(CommandException.class)
                .hasMessage("the meter did not end within 1 s and was killed");
        long child = Long.parseLong(Files.readString(pid).strip());
        await().until(() ->
                ProcessHandle.of(child).filter(ProcessHandle::isAlive).isEmpty());
    }

    @Test
    void doesNotWaitForAProcessThatWasLeftBehind() throws IOException {
        Path pid = directory.resolve("pid");
        try {
            assertThat(read("sleep 60 & echo $! >" + pid + "; echo 192.0.2.1", Map.of()))
                    .isEqualTo("192.0.2.1\n");
        } finally {
            ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).ifPresent(ProcessHandle::destroy);
        }
    }

    @Test
    void endsAtOnceOnAnInterrupt() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> read("sleep 60", Map.of())).isInstanceOf(CancelledException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private static String read(String line, Map<String, String> environment) {
        return read(line, environment, LIMIT);
    }

    private static String read(String line, Map<String, String> environment, Duration limit) {
        byte[] printed = UserCommand.shell("meter", line, LIMIT).read(environment, limit);
        return new String(printed, StandardCharsets.US_ASCII);
    }
}
