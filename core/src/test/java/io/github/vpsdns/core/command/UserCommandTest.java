// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.InvalidValueException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserCommandTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    private Path directory;

    @Test
    void tellsTheCommandWhatItIsToldAndGivesItNoInput() throws IOException {
        Path told = directory.resolve("told");

        command("printf '%s|%s' \"$EVENT\" \"$(cat)\" >'" + told + "'").run(Map.of("EVENT", "failed"));

        assertThat(Files.readString(told)).isEqualTo("failed|");
    }

    @Test
    void keepsSecretsOfThisProgramToItself() {
        Map<String, String> environment = new HashMap<>(Map.of(
                "PATH", "/bin", "VPS_API_TOKEN", "vps_x", "VPSDNS_ACME_NOTIFY_WEBHOOK", "https://chat.example/x"));

        UserCommand.withoutOwn(environment);

        assertThat(environment).containsOnlyKeys("PATH");
    }

    @Test
    void keepsTheWayToSystemdToItself() {
        Map<String, String> environment = new HashMap<>(
                Map.of("PATH", "/bin", "NOTIFY_SOCKET", "/run/x", "WATCHDOG_USEC", "120000000", "WATCHDOG_PID", "1"));

        UserCommand.withoutOwn(environment);

        assertThat(environment).containsOnlyKeys("PATH");
    }

    @Test
    void saysWhatTheCommandIsForAndQuotesItsLastLines() {
        UserCommand command = command("seq 1 9; echo no such room >&2; exit 7");

        assertThatThrownBy(() -> command.run(Map.of()))
                .isInstanceOf(CommandException.class)
                .hasMessage("the bell ended with status 7: 6 | 7 | 8 | 9 | no such room");
    }

    @Test
    void killsACommandThatTakesTooLongWithItsChildren() {
        Path late = directory.resolve("late");
        UserCommand command =
                UserCommand.shell("bell", "echo begun; sleep 60; touch '" + late + "'", Duration.ofMillis(300));

        assertThatThrownBy(() -> command.run(Map.of()))
                .isInstanceOf(CommandException.class)
                .hasMessage("the bell did not end within 0 s and was killed: begun");
        assertThat(late).doesNotExist();
    }

    @Test
    void endsAtOnceOnAnInterrupt() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> command("sleep 60").run(Map.of())).isInstanceOf(CancelledException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void refusesAnEmptyCommand() {
        assertThatThrownBy(() -> command(" "))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("the bell is empty; expected a command for the shell");
    }

    @Test
    void givesAProgramItsArgumentsWithoutAShell() throws IOException {
        Path told = directory.resolve("a file; with $HOME");

        UserCommand.program("bell", List.of("touch", told.toString()), LIMIT).run(Map.of());

        assertThat(told).exists();
    }

    @Test
    void saysThatThereIsNoSuchProgram() {
        UserCommand command = UserCommand.program("bell", List.of("/no/such/program"), LIMIT);

        assertThatThrownBy(() -> command.run(Map.of()))
                .isInstanceOf(CommandException.class)
                .hasMessageStartingWith("the bell cannot be run: Cannot run program \"/no/such/program\"");
    }

    @Test
    void refusesAProgramThatIsNoneOrCannotBeGivenItsArguments() {
        assertThatThrownBy(() -> UserCommand.program("bell", List.of(), LIMIT))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("the bell is empty; expected a program and its arguments");
        assertThatThrownBy(() -> UserCommand.program("bell", List.of("echo", "a\0b"), LIMIT))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("the bell has an argument with a NUL character; expected text");
    }

    private static UserCommand command(String line) {
        return UserCommand.shell("bell", line, LIMIT);
    }
}
