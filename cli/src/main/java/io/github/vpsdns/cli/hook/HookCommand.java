// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.hook;

import io.github.vpsdns.cli.base.Branch;
import io.github.vpsdns.cli.base.Frame;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code vpsdns acme hook}: the group, and beside it the command behind {@code bin/vpsdns-acme-hook}. */
@Command(
        name = "hook",
        description = "Put one challenge value into its zone, or take it away, for another ACME client."
                + " For certbot, lego, dehydrated and uacme there is bin/vpsdns-acme-hook.",
        footer = {
            "",
            "bin/vpsdns-acme-hook takes the options of these commands, and is called by the clients:",
            ClientHook.CERTBOT,
            ClientHook.LEGO,
            ClientHook.DEHYDRATED,
            ClientHook.UACME
        })
public final class HookCommand {
    private HookCommand() {}

    /**
     * Creates the group.
     *
     * @param frame what the commands work in
     * @return the group with its commands
     */
    public static Branch branch(Frame frame) {
        return Branch.of(HookCommand::new)
                .leaf("present", () -> new HookPresent(frame))
                .leaf("cleanup", () -> new HookCleanup(frame));
    }

    /**
     * Creates the command that other clients start.
     *
     * @param frame what it works in
     * @return the command, which is not listed
     */
    public static CommandLine forClients(Frame frame) {
        // What follows the first word is the client's, hyphens and all.
        return new CommandLine(new ClientHook(frame)).setStopAtPositional(true);
    }
}
