// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.records;

import io.github.vpsdns.cli.base.Branch;
import io.github.vpsdns.cli.base.Frame;
import picocli.CommandLine.Command;

/** {@code vpsdns records}: the group. */
@Command(name = "records", description = "List, add, set and remove records, by their full name.")
public final class RecordsCommand {
    private RecordsCommand() {}

    /**
     * Creates the group.
     *
     * @param frame what the commands work in
     * @return the group with its commands
     */
    public static Branch branch(Frame frame) {
        return Branch.of(RecordsCommand::new)
                .leaf("list", () -> new RecordsList(frame))
                .leaf("add", () -> new RecordsAdd(frame))
                .leaf("set", () -> new RecordsSet(frame))
                .leaf("remove", () -> new RecordsRemove(frame));
    }
}
