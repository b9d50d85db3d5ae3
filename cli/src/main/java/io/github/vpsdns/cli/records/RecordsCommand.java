// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.records;

import io.github.vpsdns.cli.base.Frame;
import picocli.CommandLine;
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
    public static CommandLine line(Frame frame) {
        return new CommandLine(new RecordsCommand())
                .addSubcommand(new RecordsList(frame))
                .addSubcommand(new RecordsAdd(frame))
                .addSubcommand(new RecordsSet(frame))
                .addSubcommand(new RecordsRemove(frame));
    }
}
