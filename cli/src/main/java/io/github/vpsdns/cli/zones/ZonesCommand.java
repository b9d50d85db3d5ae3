// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.zones;

import io.github.vpsdns.cli.base.Frame;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code vpsdns zones}: the group. */
@Command(name = "zones", description = "List, show, create, delete, export and import the account's zones.")
public final class ZonesCommand {
    private ZonesCommand() {}

    /**
     * Creates the group.
     *
     * @param frame what the commands work in
     * @return the group with its commands
     */
    public static CommandLine line(Frame frame) {
        return new CommandLine(new ZonesCommand())
                .addSubcommand(new ZonesList(frame))
                .addSubcommand(new ZonesShow(frame))
                .addSubcommand(new ZonesCreate(frame))
                .addSubcommand(new ZonesDelete(frame))
                .addSubcommand(new ZonesExport(frame))
                .addSubcommand(new ZonesImport(frame));
    }
}
