// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.account;

import io.github.vpsdns.cli.base.Branch;
import io.github.vpsdns.cli.base.Frame;
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
    public static Branch branch(Frame frame) {
        return Branch.of(AccountCommand::new)
                .leaf("show", () -> new AccountShow(frame))
                .leaf("update", () -> new AccountUpdate(frame))
                .leaf("rollover", () -> new AccountRollover(frame))
                .leaf("deactivate", () -> new AccountDeactivate(frame));
    }
}
