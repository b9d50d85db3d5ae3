// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.cli.base.Globals;
import io.github.vpsdns.cli.terminal.Host;
import io.github.vpsdns.cli.terminal.Screen;
import io.github.vpsdns.cli.terminal.Terminal;
import io.github.vpsdns.core.time.Timekeeper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A token in a file that is replaced while the agent runs. */
final class AccessTest {
    @TempDir
    Path directory;

    private Path token;

    @BeforeEach
    void token() throws IOException {
        token = directory.resolve("token");
        Files.createFile(token, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(token, "vps_first");
    }

    @Test
    void staysWithTheTokenThatIsTheSame() {
        try (Access access = access()) {
            assertThat(access.renew()).isFalse();
        }
    }

    @Test
    void takesATokenThatWasMovedThere() throws IOException {
        try (Access access = access()) {
            Path next = Files.copy(token, directory.resolve("next"), StandardCopyOption.COPY_ATTRIBUTES);
            Files.writeString(next, "vps_second");
            Files.move(next, token, StandardCopyOption.ATOMIC_MOVE);

            assertThat(access.renew()).isTrue();
            assertThat(access.renew()).isFalse();
        }
    }

    @Test
    void waitsForATokenThatIsBeingWritten() throws IOException {
        try (Access access = access()) {
            Files.writeString(token, "");
            assertThat(access.renew()).isFalse();
            Files.writeString(token, "vps_second");
            assertThat(access.renew()).isTrue();
        }
    }

    @Test
    void goesOnWhileTheFileIsGone() throws IOException {
        try (Access access = access()) {
            Files.delete(token);

            assertThat(access.renew()).isFalse();
            assertThat(access.editor()).isNotNull();
        }
    }

    private Access access() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        Host host = new Host(Map.of("VPS_API_TOKEN_FILE", token.toString()), "", directory, Timekeeper.system());
        Frame frame = new Frame(new Terminal(nowhere, nowhere, Screen.NONE, host), new Globals());
        return new Access(frame, new ApiOptions(), Duration.ofSeconds(1), new CallCounter());
    }
}
