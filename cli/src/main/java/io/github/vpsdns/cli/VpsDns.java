// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli;

import io.github.vpsdns.cli.account.AccountCommand;
import io.github.vpsdns.cli.acme.AcmeCommand;
import io.github.vpsdns.cli.base.Complaint;
import io.github.vpsdns.cli.base.Converters;
import io.github.vpsdns.cli.base.EnvironmentDefaults;
import io.github.vpsdns.cli.base.ExitStatus;
import io.github.vpsdns.cli.base.Failure;
import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.cli.base.Globals;
import io.github.vpsdns.cli.base.Version;
import io.github.vpsdns.cli.caa.CaaCommand;
import io.github.vpsdns.cli.check.CheckCommand;
import io.github.vpsdns.cli.ddns.DdnsCommand;
import io.github.vpsdns.cli.lineage.LineageCommands;
import io.github.vpsdns.cli.persist.PersistCommand;
import io.github.vpsdns.cli.records.RecordsCommand;
import io.github.vpsdns.cli.renewal.RenewalCommands;
import io.github.vpsdns.cli.sandbox.SandboxCommand;
import io.github.vpsdns.cli.terminal.Palette;
import io.github.vpsdns.cli.terminal.Terminal;
import io.github.vpsdns.cli.webhook.WebhookCommand;
import io.github.vpsdns.cli.zones.ZonesCommand;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/** The command {@code vpsdns}: its tree, and one run of it. */
@Command(
        name = "vpsdns",
        description = "Certificates, dynamic addresses and records for domains at VPS.org, through its DNS API.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = ScopeType.INHERIT,
        usageHelpAutoWidth = true,
        sortOptions = false,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:done",
            "1:failed",
            "2:wrong usage or configuration, nothing was done",
            "75:failed for now and worth trying again"
        })
public final class VpsDns {
    @Mixin
    private final Globals globals = new Globals();

    private VpsDns() {}

    /**
     * Runs one line. Does not exit and touches nothing global but the log level, which {@code -v} lowers.
     *
     * @param terminal the outside
     * @param args the words of the line
     * @return the exit status, see {@link ExitStatus}
     */
    public static int run(Terminal terminal, String... args) {
        Frame guessed = new Frame(terminal, Globals.guess(args));
        int status;
        try {
            VpsDns root = new VpsDns();
            status = line(root, new Frame(terminal, root.globals), guessed).execute(args);
        } catch (Throwable thrown) { // also errors such as a class that cannot be loaded, which picocli lets through
            status = Complaint.make(guessed, Failure.of(thrown), null, thrown);
        }
        terminal.err().flush();
        if (terminal.out().checkError() && status == ExitStatus.DONE) {
            String lost = "not all output could be written to standard output; is the disk full or the reader gone?";
            return Complaint.make(guessed, Failure.output(lost), null, null);
        }
        return status;
    }

    /**
     * Returns the commands without running one; for what is made of them, such as manual pages.
     *
     * @param terminal the outside
     * @return the tree, with which lines can be parsed
     */
    public static CommandLine commands(Terminal terminal) {
        VpsDns root = new VpsDns();
        Frame frame = new Frame(terminal, root.globals);
        return line(root, frame, frame);
    }

    private static CommandLine line(VpsDns root, Frame frame, Frame guessed) {
        CommandLine line = new CommandLine(root)
                .addSubcommand(ZonesCommand.line(frame))
                .addSubcommand(RecordsCommand.line(frame))
                .addSubcommand(CheckCommand.line(frame))
                .addSubcommand(acme(frame))
                .addSubcommand(DdnsCommand.line(frame))
                .addSubcommand(WebhookCommand.line(frame))
                .addSubcommand(SandboxCommand.line(frame));
        Palette colours = guessed.outPalette();
        line.setColorScheme(Help.defaultColorScheme(colours.isOn() ? Help.Ansi.ON : Help.Ansi.OFF));
        line.setOut(writer(frame.terminal().out()));
        line.setErr(writer(frame.terminal().err()));
        line.setDefaultValueProvider(new EnvironmentDefaults(frame.host()));
        line.setAbbreviatedOptionsAllowed(false);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        Converters.register(line);
        line.setParameterExceptionHandler(new WrongUsage(guessed));
        line.setExecutionExceptionHandler(
                (thrown, command, parsed) -> Complaint.make(frame, Failure.of(thrown), null, thrown));
        line.setExecutionStrategy(parsed -> execute(frame, parsed));
        return line;
    }

    /** The groups of ACME's commands do not know each other. */
    private static CommandLine acme(Frame frame) {
        CommandLine acme = RenewalCommands.addTo(AcmeCommand.line(frame), frame);
        LineageCommands.addTo(acme, frame).addSubcommand(AccountCommand.line(frame));
        return AcmeCommand.addTo(acme, frame)
                .addSubcommand(PersistCommand.line(frame))
                .addSubcommand(CaaCommand.line(frame));
    }

    private static int execute(Frame frame, ParseResult parsed) {
        Logging.choose(frame.globals());
        return new CommandLine.RunLast().execute(parsed);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }
}
