// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.records;

import io.github.vpsdns.cli.base.UsageException;
import io.github.vpsdns.core.record.RecordData;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.record.Ttl;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of commands that write values. */
final class ValueOptions {
    @Option(
            names = "--ttl",
            paramLabel = "SECONDS",
            description =
                    "How long resolvers may keep it, 1 to 2147483647. Default: what is there, or 3600 for new records.")
    private @Nullable Integer ttl;

    @Option(
            names = "--priority",
            paramLabel = "N",
            description = "For MX and SRV, 0 to 65535; may stand in front of the value as well.")
    private @Nullable Integer priority;

    @Nullable
    Ttl ttl() {
        return ttl == null ? null : Ttl.of(ttl);
    }

    /** Reads a value, with the priority where its type has one. */
    RecordData data(RecordType type, String value) {
        if (priority != null && !type.equals(RecordType.MX) && !type.equals(RecordType.SRV)) {
            throw new UsageException("records of type " + type + " have no priority; leave --priority out");
        }
        return RecordData.parse(type, value, priority);
    }
}
