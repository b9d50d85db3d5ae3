// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.records;

import io.github.vpsdns.cli.api.ApiConnection;
import io.github.vpsdns.cli.api.ApiOptions;
import io.github.vpsdns.cli.base.ExitStatus;
import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.cli.base.UsageException;
import io.github.vpsdns.core.edit.RecordEditor;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.RecordData;
import io.github.vpsdns.core.record.RecordType;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "remove",
        description = "Make sure that a name does not have a value, or no value of a type; all else there stays.",
        footer = {
            "",
            "Examples:",
            "  vpsdns records remove example.com TXT 'v=spf1 -all'   # this value only",
            "  vpsdns records remove www.example.com A               # all of the type"
        })
final class RecordsRemove implements Callable<Integer> {
    private final Frame frame;

    @Mixin
    private final ApiOptions api = new ApiOptions();

    @Parameters(index = "0", paramLabel = "NAME", description = "The full name, such as www.example.com.")
    private String name = "";

    @Parameters(
            index = "1",
            paramLabel = "TYPE",
            completionCandidates = RecordTypes.class,
            description = "The type, such as A or TXT.")
    private String type = "";

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "VALUE",
            description = "The value to remove. Default: all values of the type.")
    private @Nullable String value;

    @Option(names = "--priority", paramLabel = "N", description = "For MX and SRV, the priority of the value.")
    private @Nullable Integer priority;

    RecordsRemove(Frame frame) {
        this.frame = frame;
    }

    private record Result(String name, String type, int removed) {}

    @Override
    public Integer call() {
        DomainName where = DomainName.of(name);
        RecordType which = RecordType.of(type);
        if (!which.isKnown()) {
            throw new UsageException("records of type " + which + " are never removed; accepted are "
                    + String.join(
                            ", ",
                            RecordType.KNOWN.stream().map(RecordType::name).toList()));
        }
        @Nullable RecordData data = value == null ? null : RecordData.parse(which, value, priority);
        try (ApiConnection connection = ApiConnection.open(frame, api)) {
            int removed = remove(connection.editor(), where, which, data);
            frame.result(
                    where + " " + (data == null ? which : data) + ": " + words(removed),
                    () -> new Result(where.toString(), which.name(), removed));
        }
        return ExitStatus.DONE;
    }

    private static int remove(RecordEditor editor, DomainName where, RecordType which, @Nullable RecordData data) {
        return data == null ? editor.set(where, which, List.of(), null).deleted() : editor.remove(where, data);
    }

    private static String words(int removed) {
        return switch (removed) {
            case 0 -> "was not there, nothing removed";
            case 1 -> "removed";
            default -> "removed " + removed + " records";
        };
    }
}
