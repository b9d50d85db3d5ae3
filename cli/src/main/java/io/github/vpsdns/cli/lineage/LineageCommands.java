// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.lineage;

import io.github.vpsdns.cli.base.Frame;
import picocli.CommandLine;

/** The commands of this package, which stand in the group {@code acme}. */
public final class LineageCommands {
    private LineageCommands() {}

    /**
     * Adds the commands.
     *
     * @param acme the group
     * @param frame what they work in
     * @return the group
     */
    public static CommandLine addTo(CommandLine acme, Frame frame) {
        return acme.addSubcommand(new AcmeRevoke(frame))
                .addSubcommand(new AcmeDelete(frame))
                .addSubcommand(new AcmeImport(frame));
    }
}
