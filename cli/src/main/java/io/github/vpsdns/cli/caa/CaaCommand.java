// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.caa;

import io.github.vpsdns.cli.base.Branch;
import io.github.vpsdns.cli.base.Frame;
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
    public static Branch branch(Frame frame) {
        return Branch.of(CaaCommand::new)
                .leaf("show", () -> new CaaShow(frame))
                .leaf("pin", () -> new CaaPinning(frame));
    }
}
