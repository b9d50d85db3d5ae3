// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.hook;

import io.github.vpsdns.cli.base.Frame;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code vpsdns acme hook}: the group, and beside it the command behind {@code bin/vpsdns-acme-hook}. */
@Command(
        name = "hook",
        description = "Put one challenge value into its zone, or take it away, for another ACME client."
                + " For certbot, lego, dehydrated and uacme there is bin/vpsdns-acme-hook.")
public final class HookCommand {
    private HookCommand() {}

    /**
     * Creates the group.
     *
     * @param frame what the commands work in
     * @return the group with its commands
     */
    public static CommandLine line(Frame frame) {
        return new CommandLine(new HookCommand())
                .addSubcommand(valuesLast(new HookPresent(frame)))
                .addSubcommand(valuesLast(new HookCleanup(frame)));
    }

    /**
     * Creates the command that other clients start.
     *
     * @param frame what it works in
     * @return the command, which is not listed
     */
    public static CommandLine forClients(Frame frame) {
        return valuesLast(new ClientHook(frame));
    }

    /** One value in 64 begins with a hyphen and must not pass for an option, so options come before arguments. */
    private static CommandLine valuesLast(Object command) {
        return new CommandLine(command).setStopAtPositional(true);
    }
}
