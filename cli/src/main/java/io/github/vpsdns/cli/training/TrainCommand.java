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
        description = "What bin/vpsdns-prepare runs: does a little of everything against a sandbox on loopback.")
public final class TrainCommand implements Callable<Integer> {
    private final Frame frame;
    private final Program program;

    @Parameters(paramLabel = "DIRECTORY", description = "Where files may be made; it is not there yet.")
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
        new Training(frame, program, directory).run();
        return ExitStatus.DONE;
    }
}
