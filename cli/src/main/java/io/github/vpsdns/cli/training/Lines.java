// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.training;

import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.cli.terminal.Host;
import io.github.vpsdns.cli.terminal.Input;
import io.github.vpsdns.cli.terminal.Screen;
import io.github.vpsdns.cli.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Lines of vpsdns, each run as if it were all that this process did. What they print is kept from the user; that one failed is not.
 *
 * @param frame where failures are told
 * @param program carries a line out
 * @param home stands in for the user's home directory
 * @param environment all variables that the lines see
 */
record Lines(Frame frame, Program program, Path home, Map<String, String> environment) {
    /** What is typed where something is asked for. */
    static final String TYPED = "a password for training";

    Lines {
        environment = Map.copyOf(environment);
    }

    Lines with(String variable, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(variable, value);
        return new Lines(frame, program, home, more);
    }

    /** Runs a line that ought to work, and returns what it printed. */
    String run(String... args) {
        return run(0, args);
    }

    /** Runs a line that ought to end in this way, and returns what it printed. */
    String run(int expected, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        run(expected, out, new ByteArrayOutputStream(), args);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Runs a line that ought to end in this way, with streams that can be read meanwhile. */
    void run(int expected, ByteArrayOutputStream out, ByteArrayOutputStream err, String... args) {
        int status = program.run(terminal(out, err), args);
        if (status != expected) {
            frame.note("vpsdns: while training, '" + String.join(" ", args) + "' ended with " + status + ": "
                    + err.toString(StandardCharsets.UTF_8).strip());
        }
    }

    private Terminal terminal(ByteArrayOutputStream out, ByteArrayOutputStream err) {
        return new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Screen.NONE,
                new Host(environment, "training", home, frame.host().time()),
                new Typed());
    }

    private record Typed() implements Input {
        @Override
        public InputStream stream() {
            return new ByteArrayInputStream((TYPED + "\n").getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public boolean isTerminal() {
            return false;
        }

        @Override
        public Optional<String> ask(String prompt) {
            return Optional.of(TYPED);
        }
    }
}
