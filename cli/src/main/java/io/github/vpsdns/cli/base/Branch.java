// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.base;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * A command with those below it, none of which is made before it is needed: reading the options of all of them takes longer than most
 * commands run.
 *
 * <p>Not thread-safe.
 */
public final class Branch {
    private final Supplier<?> command;
    private final Map<String, Supplier<Branch>> below = new LinkedHashMap<>();

    private Branch(Supplier<?> command) {
        this.command = command;
    }

    /**
     * Creates a branch with nothing below it.
     *
     * @param command makes the annotated object, or its {@link CommandLine} where that has settings of its own
     * @return the branch
     */
    public static Branch of(Supplier<?> command) {
        return new Branch(command);
    }

    /**
     * Adds a command that has none below it. Help lists commands in the order of these calls.
     *
     * @param name the command's name, as its annotation has it
     * @param made makes the annotated object, or its {@link CommandLine}
     * @return this
     */
    public Branch leaf(String name, Supplier<?> made) {
        return group(name, () -> of(made));
    }

    /**
     * Adds a command that has others below it.
     *
     * @param name the command's name, as its annotation has it
     * @param branch makes the branch
     * @return this
     */
    public Branch group(String name, Supplier<Branch> branch) {
        below.put(name, branch);
        return this;
    }

    /**
     * Makes the command and all below it.
     *
     * @return the parser
     */
    public CommandLine whole() {
        CommandLine line = made();
        below.values().forEach(each -> line.addSubcommand(each.get().whole()));
        return line;
    }

    /**
     * Makes the command and, below it, the one that a line names alone. What the parser makes of the line with no complaint and with no
     * question for help, it would make of it among all the others too.
     *
     * @param words the line, without the name of this command
     * @return the parser; empty if the line names no command that has none below it
     */
    public Optional<CommandLine> narrow(List<String> words) {
        if (below.isEmpty()) {
            return Optional.of(made());
        }
        int at = 0;
        while (at < words.size() && words.get(at).startsWith("-")) {
            at++;
        }
        @Nullable Supplier<Branch> named = at == words.size() ? null : below.get(words.get(at));
        if (named == null) {
            return Optional.empty();
        }
        return named.get().narrow(words.subList(at + 1, words.size())).map(made()::addSubcommand);
    }

    private CommandLine made() {
        Object made = command.get();
        return made instanceof CommandLine line ? line : new CommandLine(made);
    }
}
