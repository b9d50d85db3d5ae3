// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.persist;

import io.github.vpsdns.cli.base.Frame;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code vpsdns acme persist}: the group. */
@Command(
        name = "persist",
        description = "Records that let one account at one CA have certificates for a name without further proof"
                + " (dns-persist-01).")
public final class PersistCommand {
    private PersistCommand() {}

    /**
     * Creates the group.
     *
     * @param frame what the commands work in
     * @return the group with its commands
     */
    public static CommandLine line(Frame frame) {
        return new CommandLine(new PersistCommand())
                .addSubcommand(new PersistShow(frame))
                .addSubcommand(new PersistSet(frame))
                .addSubcommand(new PersistRemove(frame));
    }
}
