// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.records;

import io.github.vpsdns.cli.api.ApiConnection;
import io.github.vpsdns.cli.api.ApiOptions;
import io.github.vpsdns.cli.api.RecordTable;
import io.github.vpsdns.cli.api.RecordView;
import io.github.vpsdns.cli.base.ExitStatus;
import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.zone.Zone;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "list",
        description = "List the records of a zone, or of all zones.",
        footer = {"", "Examples:", "  vpsdns records list", "  vpsdns records list example.com --type TXT --json"})
final class RecordsList implements Callable<Integer> {
    private final Frame frame;

    @Mixin
    private final ApiOptions api = new ApiOptions();

    @Parameters(paramLabel = "ZONE", arity = "0..1", description = "The zone's name. Default: all zones.")
    private @Nullable String zone;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            completionCandidates = RecordTypes.class,
            description = "Only records of this type, such as TXT.")
    private @Nullable String type;

    RecordsList(Frame frame) {
        this.frame = frame;
    }

    @Override
    public Integer call() {
        @Nullable RecordType only = type == null ? null : RecordType.of(type);
        try (ApiConnection connection = ApiConnection.open(frame, api)) {
            List<Zone> zones = zone == null ? connection.zones() : List.of(connection.zone(zone));
            print(zones.stream().flatMap(each -> records(connection, each, only)));
        }
        return ExitStatus.DONE;
    }

    /** Zone by zone, because a record does not say which zone it belongs to. */
    private static Stream<RecordView> records(ApiConnection connection, Zone zone, @Nullable RecordType only) {
        return connection
                .client()
                .records(zone.id())
                .filter(record -> only == null || record.data().type().equals(only))
                .map(record -> RecordView.of(zone, record));
    }

    private void print(Stream<RecordView> records) {
        if (frame.globals().json()) {
            frame.documents(records);
        } else {
            RecordTable table = new RecordTable(frame);
            records.forEach(table::row);
            table.finish();
        }
    }
}
