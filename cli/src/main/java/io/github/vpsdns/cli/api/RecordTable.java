// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.api;

import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.cli.terminal.Table;

/** Records as a table, with the priority in front of the value as zone files have it. */
public final class RecordTable {
    private final Table table;

    /**
     * Starts the table.
     *
     * @param frame where it is printed
     */
    public RecordTable(Frame frame) {
        this.table = frame.table("NAME", "TTL", "TYPE", "VALUE");
    }

    /**
     * Adds a record.
     *
     * @param record the record
     */
    public void row(RecordView record) {
        table.row(
                record.name(),
                record.ttl() == null ? "-" : record.ttl().toString(),
                record.type(),
                record.priority() == null ? record.value() : record.priority() + " " + record.value());
    }

    /** Writes what is still held. */
    public void finish() {
        table.finish();
    }
}
