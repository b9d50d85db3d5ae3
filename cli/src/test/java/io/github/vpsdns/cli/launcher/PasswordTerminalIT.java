// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.sandbox.junit.NeedsPrograms;
import io.github.vpsdns.webhook.password.PasswordHash;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A password typed at a real terminal. */
@NeedsPrograms("python3")
class PasswordTerminalIT {
    private static final Pattern HASH = Pattern.compile("\\$argon2id\\S+");

    /** Plays a person: waits for each prompt, then types; prints all that the terminal shows, and the exit status. */
    private static final String PERSON = """
            import os, pty, signal, sys
            pid, terminal = pty.fork()
            if pid == 0:
                # Who runs tests in the background has it ignored.
                signal.signal(signal.SIGINT, signal.SIG_DFL)
                os.execv(sys.argv[1], [sys.argv[1], "webhook", "hash-password"])
            shown = b""
            def until(words):
                global shown
                while words not in shown:
                    shown += os.read(terminal, 1000)
            for prompt, keys in zip((b"Password: ", b"again: "), sys.argv[2:]):
                until(prompt)
                os.write(terminal, keys.encode())
            try:
                while True:
                    shown += os.read(terminal, 1000)
            except OSError:
                pass
            sys.stdout.buffer.write(shown)
            status = os.waitpid(pid, 0)[1]
            print("status", os.waitstatus_to_exitcode(status))
            """;

    @Test
    void isAskedForTwiceAndNotShown() throws Exception {
        String shown = typing("s3cret\n", "s3cret\n");

        Matcher hash = HASH.matcher(shown);
        assertThat(hash.find()).as(shown).isTrue();
        assertThat(PasswordHash.parse(hash.group()).matches("s3cret")).isTrue();
        assertThat(shown).doesNotContain("s3cret").endsWith("status 0\n");
    }

    @Test
    void endsAtOnceWhenThePersonChangesTheirMind() throws Exception {
        assertThat(typing("\u0003")).doesNotContain("argon2id").containsPattern("status (-2|130)\n$");
    }

    private static String typing(String... keys) throws Exception {
        Path program = Launched.program();
        ProcessBuilder builder = new ProcessBuilder("timeout", "60", "python3", "-c", PERSON, program.toString());
        builder.command().addAll(List.of(keys));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.redirectErrorStream(true).start();
        String shown = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return shown;
    }
}
