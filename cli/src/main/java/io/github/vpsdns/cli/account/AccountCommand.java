// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.account;

import io.github.vpsdns.cli.base.Frame;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code vpsdns acme account}: the group. */
@Command(name = "account", description = "Look at the account at a CA and change it; needs no API token.")
public final class AccountCommand {
    private AccountCommand() {}

    /**
     * Creates the group.
     *
     * @param frame what the commands work in
     * @return the group with its commands
     */
    public static CommandLine line(Frame frame) {
        return new CommandLine(new AccountCommand())
                .addSubcommand(new AccountShow(frame))
                .addSubcommand(new AccountUpdate(frame))
                .addSubcommand(new AccountRollover(frame))
                .addSubcommand(new AccountDeactivate(frame));
    }
}
