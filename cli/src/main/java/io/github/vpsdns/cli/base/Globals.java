// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.base;

import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that may stand anywhere on the line. Filled by picocli once a run. */
public final class Globals {
    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description =
                    "Tell more on standard error: API calls, stack traces. Twice: what the libraries log as well.")
    private boolean[] verbose = {};

    @Option(
            names = "--json",
            scope = ScopeType.INHERIT,
            description =
                    "One JSON document on standard output and nothing else there; a failure is one line of JSON on standard"
                            + " error.")
    private boolean json;

    @Option(
            names = "--no-color",
            scope = ScopeType.INHERIT,
            description = "No colours, as with NO_COLOR in the environment.")
    private boolean noColor;

    /** Creates the options as if none was given. */
    public Globals() {}

    /**
     * Reads the options off a line that could not be parsed, so that the complaint comes in the form asked for.
     *
     * @param args the words of the line
     * @return what can be told
     */
    public static Globals guess(String... args) {
        List<String> words = Arrays.asList(args);
        Globals globals = new Globals();
        globals.json = words.contains("--json");
        globals.noColor = words.contains("--no-color");
        globals.verbose = words.contains("-v") || words.contains("--verbose") ? new boolean[] {true} : new boolean[] {};
        return globals;
    }

    /**
     * Tells whether to say more.
     *
     * @return whether {@code -v} was given
     */
    public boolean verbose() {
        return verbose.length > 0;
    }

    /**
     * Tells whether to say everything.
     *
     * @return whether {@code -v} was given twice
     */
    public boolean veryVerbose() {
        return verbose.length > 1;
    }

    /**
     * Tells whether results are for programs.
     *
     * @return whether {@code --json} was given
     */
    public boolean json() {
        return json;
    }

    /**
     * Tells whether colours are wanted.
     *
     * @return whether {@code --no-color} was left out
     */
    public boolean colour() {
        return !noColor;
    }
}
