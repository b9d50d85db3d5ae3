// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.acme;

import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.cli.hook.HookCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code vpsdns acme}: the group. */
@Command(name = "acme", description = "Get certificates by ACME, proving names through DNS, and keep them valid.")
public final class AcmeCommand {
    private AcmeCommand() {}

    /**
     * Creates the group.
     *
     * @param frame what the commands work in
     * @return the group with its commands
     */
    public static CommandLine line(Frame frame) {
        return new CommandLine(new AcmeCommand())
                .addSubcommand(new AcmeIssue(frame))
                .addSubcommand(new AcmeCleanup(frame))
                .addSubcommand(new AcmeDelegate(frame))
                .addSubcommand(HookCommand.line(frame))
                .addSubcommand(HookCommand.forClients(frame));
    }
}
