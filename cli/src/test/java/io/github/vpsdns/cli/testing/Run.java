// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.testing;

import io.github.vpsdns.cli.VpsDns;
import io.github.vpsdns.cli.terminal.Host;
import io.github.vpsdns.cli.terminal.Input;
import io.github.vpsdns.cli.terminal.Screen;
import io.github.vpsdns.cli.terminal.Terminal;
import io.github.vpsdns.core.time.Timekeeper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One run of the command in this process.
 *
 * @param status the exit status
 * @param out what went to standard output
 * @param err what went to standard error
 */
public record Run(int status, String out, String err) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The surroundings of runs to come; each method returns a changed copy. */
    public record Surroundings(
            Map<String, String> environment, Screen screen, String user, Path home, Timekeeper time, Input in) {
        public Surroundings with(String variable, String value) {
            Map<String, String> more = new HashMap<>(environment);
            more.put(variable, value);
            return new Surroundings(Map.copyOf(more), screen, user, home, time, in);
        }

        public Surroundings without(String variable) {
            Map<String, String> fewer = new HashMap<>(environment);
            fewer.remove(variable);
            return new Surroundings(Map.copyOf(fewer), screen, user, home, time, in);
        }

        public Surroundings on(Screen other) {
            return new Surroundings(environment, other, user, home, time, in);
        }

        public Surroundings as(String name, Path directory) {
            return new Surroundings(environment, screen, name, directory, time, in);
        }

        public Surroundings at(Timekeeper other) {
            return new Surroundings(environment, screen, user, home, other, in);
        }

        public Surroundings typing(Input other) {
            return new Surroundings(environment, screen, user, home, time, other);
        }

        public Run run(String... args) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            int status = run(out, err, args);
            Run run = new Run(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
            Said.requireNoSecrets(List.of(args), run.out, run.err);
            return run;
        }

        /** Runs with streams that can be read while it runs. */
        public int run(ByteArrayOutputStream out, ByteArrayOutputStream err, String... args) {
            return VpsDns.run(
                    new Terminal(
                            new PrintStream(out, true, StandardCharsets.UTF_8),
                            new PrintStream(err, true, StandardCharsets.UTF_8),
                            screen,
                            new Host(environment, user, home, time),
                            in),
                    args);
        }
    }

    /** Nothing in the environment, no terminal, an ordinary user without a home. */
    public static Surroundings bare() {
        return new Surroundings(
                Map.of(), Screen.NONE, "someone", Path.of("/nonexistent"), Timekeeper.system(), Input.NONE);
    }

    /** Runs in bare surroundings. */
    public static Run of(String... args) {
        return bare().run(args);
    }

    /** Reads standard output as the one JSON document it must be. */
    public JsonNode json() {
        return JSON.readTree(out);
    }

    /** Reads standard error as the one line of JSON it must be. */
    public JsonNode error() {
        return JSON.readTree(err).get("error");
    }
}
