// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.zones;

import io.github.vpsdns.cli.base.Branch;
import io.github.vpsdns.cli.base.Frame;
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
    public static Branch branch(Frame frame) {
        return Branch.of(ZonesCommand::new)
                .leaf("list", () -> new ZonesList(frame))
                .leaf("show", () -> new ZonesShow(frame))
                .leaf("create", () -> new ZonesCreate(frame))
                .leaf("delete", () -> new ZonesDelete(frame))
                .leaf("export", () -> new ZonesExport(frame))
                .leaf("import", () -> new ZonesImport(frame));
    }
}
