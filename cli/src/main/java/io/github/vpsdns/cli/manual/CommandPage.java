// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The page of section 1 about one command. Used once. */
final class CommandPage {
    private final CommandSpec command;
    private final Roff page;

    private CommandPage(CommandSpec command, Edition edition) {
        this.command = command;
        this.page = edition.page(Commands.page(command), 1);
    }

    static String of(CommandSpec command, Edition edition) {
        CommandPage written = new CommandPage(command, edition);
        written.beginning();
        written.options();
        written.commands();
        written.status();
        written.environment();
        written.files();
        written.examples();
        written.others();
        return written.page.page();
    }

    private void beginning() {
        String description = Commands.description(command);
        page.section("NAME")
                .paragraph(Roff.text(Commands.page(command)) + " \\- "
                        + Roff.text(lowerFirst(OptionText.brief(description))))
                .section("SYNOPSIS")
                .paragraph(Synopsis.of(command))
                .section("DESCRIPTION")
                .paragraph(Roff.text(description));
        Footer.of(command).remarks().forEach(each -> page.paragraph(Roff.text(each)));
        Commands.parameters(command)
                .forEach(each -> page.tagged(
                        Synopsis.parameter(each), Roff.text(OptionText.of(each).text())));
    }

    private void options() {
        Map<Boolean, List<OptionSpec>> parts =
                Commands.options(command).stream().collect(Collectors.partitioningBy(Commands::isEverywhere));
        page.section("OPTIONS");
        parts.getOrDefault(false, List.of()).forEach(this::option);
        if (command.parent() != null) {
            page.subsection("Of every command");
        }
        parts.getOrDefault(true, List.of()).forEach(this::option);
    }

    private void option(OptionSpec option) {
        OptionText said = OptionText.of(option);
        String variable = said.variable()
                .map(name -> " Environment: " + Roff.bold(name) + ".")
                .orElse("");
        page.tagged(Synopsis.of(option), Roff.text(said.text()) + variable);
    }

    private void commands() {
        List<CommandSpec> below = Commands.below(command);
        if (!below.isEmpty()) {
            page.section("COMMANDS");
            below.forEach(
                    each -> page.tagged(reference(Commands.page(each), 1), Roff.text(Commands.description(each))));
        }
    }

    private void status() {
        page.section("EXIT STATUS");
        command.usageMessage()
                .exitCodeList()
                .forEach((status, meaning) -> page.tagged(Roff.bold(status), Roff.text(meaning)));
        page.tagged(Roff.italic("128+N"), Roff.text("ended by signal N: 130 by Ctrl-C, 143 by SIGTERM"));
    }

    private void environment() {
        Map<String, String> variables = new TreeMap<>();
        for (OptionSpec option : Commands.options(command)) {
            OptionText.of(option)
                    .variable()
                    .ifPresent(name -> variables.put(name, "Stands for " + option.longestName() + "."));
        }
        variables.putAll(Surroundings.variables(command));
        pairs("ENVIRONMENT", variables);
    }

    private void files() {
        pairs("FILES", Surroundings.files(command));
    }

    private void pairs(String section, Map<String, String> pairs) {
        if (!pairs.isEmpty()) {
            page.section(section);
            pairs.forEach((name, meaning) -> page.tagged(Roff.bold(name), Roff.text(meaning)));
        }
    }

    private void examples() {
        Footer footer = Footer.of(command);
        if (!footer.lines().isEmpty()) {
            page.section("EXAMPLES");
            if (!footer.isPlain()) {
                page.paragraph(Roff.text(footer.heading() + ":"));
            }
            page.verbatim(footer.lines());
        }
    }

    private void others() {
        List<String> others = new ArrayList<>();
        CommandSpec parent = command.parent();
        if (parent != null) {
            Stream.concat(Stream.of(parent), Commands.below(parent).stream())
                    .filter(each -> each != command)
                    .forEach(each -> others.add(reference(Commands.page(each), 1)));
        } else {
            ConfigurationPage.NAMES.forEach(name -> others.add(reference(name, 5)));
        }
        Surroundings.pages(command).forEach(name -> others.add(reference(name, 5)));
        page.section("SEE ALSO").paragraph(String.join(", ", others));
    }

    private static String reference(String name, int section) {
        return Roff.bold(name) + "(" + section + ")";
    }

    private static String lowerFirst(String text) {
        return Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
}
