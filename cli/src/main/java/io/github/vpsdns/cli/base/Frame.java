// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.base;

import io.github.vpsdns.cli.terminal.Host;
import io.github.vpsdns.cli.terminal.Palette;
import io.github.vpsdns.cli.terminal.Printable;
import io.github.vpsdns.cli.terminal.Table;
import io.github.vpsdns.cli.terminal.Terminal;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What a command works in: the terminal, seen through the options that stand everywhere.
 *
 * @param terminal the outside
 * @param globals the options; filled before the command runs
 */
public record Frame(Terminal terminal, Globals globals) {
    /**
     * Returns where and as whom the command runs.
     *
     * @return the terminal's host
     */
    public Host host() {
        return terminal.host();
    }

    /**
     * Prints a result: a sentence for people, or a document for programs.
     *
     * @param text the sentence
     * @param document a record whose components become snake_case members; asked for only with {@code --json}
     */
    public void result(String text, Supplier<Object> document) {
        if (globals.json()) {
            Json.print(terminal.out(), document.get());
        } else {
            say(text);
        }
    }

    /**
     * Prints text for people to standard output. What is in it may come from anyone: control characters are made visible.
     *
     * @param text one line or more, without colours
     */
    public void say(String text) {
        terminal.out().println(Printable.lines(text));
    }

    /**
     * Prints a JSON document; for results whose text is printed otherwise.
     *
     * @param document a record whose components become snake_case members
     */
    public void document(Object document) {
        Json.print(terminal.out(), document);
    }

    /**
     * Prints a JSON array, element by element as they come. If the elements' source fails the array stays open, so that no
     * short list passes for a whole one.
     *
     * @param elements records whose components become snake_case members
     */
    public void documents(Stream<?> elements) {
        Json.printArray(terminal.out(), elements);
    }

    /**
     * Starts a table on standard output.
     *
     * @param heads the columns' names
     * @return the empty table
     */
    public Table table(String... heads) {
        return new Table(terminal.out(), outPalette(), heads);
    }

    /**
     * Returns the colours of standard output.
     *
     * @return the palette
     */
    public Palette outPalette() {
        return Palette.of(host(), terminal.screen().out(), globals.colour());
    }

    /**
     * Returns the colours of standard error.
     *
     * @return the palette
     */
    public Palette errPalette() {
        return Palette.of(host(), terminal.screen().err(), globals.colour());
    }

    /**
     * Says something on the side, on standard error.
     *
     * @param text one line
     */
    public void note(String text) {
        terminal.err().println(text);
    }
}
