// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.persist;

import io.github.vpsdns.cli.base.Branch;
import io.github.vpsdns.cli.base.Frame;
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
    public static Branch branch(Frame frame) {
        return Branch.of(PersistCommand::new)
                .leaf("show", () -> new PersistShow(frame))
                .leaf("set", () -> new PersistSet(frame))
                .leaf("remove", () -> new PersistRemove(frame));
    }
}
