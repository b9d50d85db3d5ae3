// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.renewal;

import io.github.vpsdns.cli.base.Frame;
import picocli.CommandLine;

/** The commands that keep certificates: {@code vpsdns acme renew|run|list}. */
public final class RenewalCommands {
    private RenewalCommands() {}

    /**
     * Adds the commands to their group.
     *
     * @param acme the group
     * @param frame what the commands work in
     * @return the group
     */
    public static CommandLine addTo(CommandLine acme, Frame frame) {
        return acme.addSubcommand(new AcmeRenew(frame))
                .addSubcommand(new AcmeRun(frame))
                .addSubcommand(new AcmeList(frame));
    }
}
