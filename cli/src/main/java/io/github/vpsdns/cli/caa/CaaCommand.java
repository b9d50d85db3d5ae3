// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.caa;

import io.github.vpsdns.cli.base.Frame;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code vpsdns acme caa}: the group. */
@Command(name = "caa", description = "CAA records, which say what CA may issue for a name.")
public final class CaaCommand {
    private CaaCommand() {}

    /**
     * Creates the group.
     *
     * @param frame what the commands work in
     * @return the group with its commands
     */
    public static CommandLine line(Frame frame) {
        return new CommandLine(new CaaCommand())
                .addSubcommand(new CaaShow(frame))
                .addSubcommand(new CaaPinning(frame));
    }
}
