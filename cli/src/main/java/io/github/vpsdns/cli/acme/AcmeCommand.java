// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.acme;

import io.github.vpsdns.cli.base.Branch;
import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.cli.hook.HookCommand;
import picocli.CommandLine.Command;

/** {@code vpsdns acme}: the group. */
@Command(name = "acme", description = "Get certificates by ACME, proving names through DNS, and keep them valid.")
public final class AcmeCommand {
    private AcmeCommand() {}

    /**
     * Creates the group with its first command.
     *
     * @param frame what the commands work in
     * @return the group
     */
    public static Branch branch(Frame frame) {
        return Branch.of(AcmeCommand::new).leaf("issue", () -> new AcmeIssue(frame));
    }

    /**
     * Adds what is needed beside certificates; apart from the first command, since help lists commands in this order.
     *
     * @param acme the group
     * @param frame what the commands work in
     * @return the group
     */
    public static Branch addTo(Branch acme, Frame frame) {
        return acme.leaf("cleanup", () -> new AcmeCleanup(frame))
                .leaf("delegate", () -> new AcmeDelegate(frame))
                .group("hook", () -> HookCommand.branch(frame))
                .leaf("client-hook", () -> HookCommand.forClients(frame));
    }
}
