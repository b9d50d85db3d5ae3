// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli;

import io.github.vpsdns.cli.account.AccountCommand;
import io.github.vpsdns.cli.acme.AcmeCommand;
import io.github.vpsdns.cli.base.Branch;
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
import io.github.vpsdns.cli.training.TrainCommand;
import io.github.vpsdns.cli.webhook.WebhookCommand;
import io.github.vpsdns.cli.zones.ZonesCommand;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
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
            status = execute(terminal, guessed, args);
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
        return prepared(branch(root, frame).whole(), frame, frame);
    }

    /** The command that the line names alone will do, unless there is something to complain of or to help with. */
    private static int execute(Terminal terminal, Frame guessed, String... args) {
        VpsDns root = new VpsDns();
        Frame frame = new Frame(terminal, root.globals);
        Optional<CommandLine> narrow = branch(root, frame).narrow(List.of(args));
        if (narrow.isPresent()) {
            Narrow line = new Narrow(prepared(narrow.get(), frame, guessed));
            Optional<Integer> status = line.execute(args);
            if (status.isPresent()) {
                return status.get();
            }
        }
        VpsDns again = new VpsDns();
        Frame wider = new Frame(terminal, again.globals);
        return prepared(branch(again, wider).whole(), wider, guessed).execute(args);
    }

    /** The tree, for those who look at it. */
    static Branch tree(Terminal terminal) {
        VpsDns root = new VpsDns();
        return branch(root, new Frame(terminal, root.globals));
    }

    private static Branch branch(VpsDns root, Frame frame) {
        return Branch.of(() -> root)
                .group("zones", () -> ZonesCommand.branch(frame))
                .group("records", () -> RecordsCommand.branch(frame))
                .leaf("check", () -> CheckCommand.line(frame))
                .group("acme", () -> acme(frame))
                .group("ddns", () -> DdnsCommand.branch(frame))
                .group("webhook", () -> WebhookCommand.branch(frame))
                .leaf("sandbox", () -> SandboxCommand.line(frame))
                .leaf("train", () -> TrainCommand.line(frame, VpsDns::run));
    }

    private static CommandLine prepared(CommandLine line, Frame frame, Frame guessed) {
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
        line.setExecutionStrategy(parsed -> run(frame, parsed));
        return line;
    }

    /** The groups of ACME's commands do not know each other. */
    private static Branch acme(Frame frame) {
        Branch acme = RenewalCommands.addTo(AcmeCommand.branch(frame), frame);
        LineageCommands.addTo(acme, frame).group("account", () -> AccountCommand.branch(frame));
        return AcmeCommand.addTo(acme, frame)
                .group("persist", () -> PersistCommand.branch(frame))
                .group("caa", () -> CaaCommand.branch(frame));
    }

    private static int run(Frame frame, ParseResult parsed) {
        Logging.choose(frame.globals());
        return new CommandLine.RunLast().execute(parsed);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }
}
