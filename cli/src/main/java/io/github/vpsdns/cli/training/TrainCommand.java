// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.training;

import io.github.vpsdns.cli.base.ExitStatus;
import io.github.vpsdns.cli.base.Frame;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code vpsdns train}: what {@code bin/vpsdns-prepare} runs. */
@Command(
        name = "train",
        hidden = true,
        description = "What bin/vpsdns-prepare runs: practises on a sandbox, which the environment names.")
public final class TrainCommand implements Callable<Integer> {
    private final Frame frame;
    private final Program program;

    @Parameters(index = "0", paramLabel = "KIND", description = "What to practise: ${COMPLETION-CANDIDATES}.")
    private Kind kind = Kind.COMMANDS;

    @Parameters(index = "1", paramLabel = "DIRECTORY", description = "Where files may be made; it is not there yet.")
    private Path directory = Path.of("");

    private TrainCommand(Frame frame, Program program) {
        this.frame = frame;
        this.program = program;
    }

    /**
     * Creates the command.
     *
     * @param frame what it works in
     * @param program carries out the lines that are practised
     * @return the command, which is not listed
     */
    public static CommandLine line(Frame frame, Program program) {
        return new CommandLine(new TrainCommand(frame, program));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        new Training(frame, program, directory).run(kind);
        return ExitStatus.DONE;
    }
}
