// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.records;

import io.github.vpsdns.cli.api.ApiConnection;
import io.github.vpsdns.cli.api.ApiOptions;
import io.github.vpsdns.cli.base.ExitStatus;
import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.core.edit.SetOutcome;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.RecordData;
import io.github.vpsdns.core.record.RecordType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "set",
        description = "Make a name have exactly these values of a type, with the fewest calls; other types there stay.",
        footer = {
            "",
            "Examples:",
            "  vpsdns records set www.example.com A 192.0.2.1 192.0.2.2",
            "  vpsdns records set example.com MX '10 mx1.example.com' '20 mx2.example.com'"
        })
final class RecordsSet implements Callable<Integer> {
    private final Frame frame;

    @Mixin
    private final ApiOptions api = new ApiOptions();

    @Mixin
    private final ValueOptions options = new ValueOptions();

    @Parameters(index = "0", paramLabel = "NAME", description = "The full name, such as www.example.com.")
    private String name = "";

    @Parameters(
            index = "1",
            paramLabel = "TYPE",
            completionCandidates = RecordTypes.class,
            description = "The type, such as A or TXT.")
    private String type = "";

    @Parameters(index = "2..*", arity = "1..*", paramLabel = "VALUE", description = "The values.")
    private List<String> values = new ArrayList<>();

    RecordsSet(Frame frame) {
        this.frame = frame;
    }

    private record Result(String name, String type, int kept, int changed, int created, int deleted) {}

    @Override
    public Integer call() {
        DomainName where = DomainName.of(name);
        RecordType which = RecordType.of(type);
        List<RecordData> wanted =
                values.stream().map(value -> options.data(which, value)).toList();
        try (ApiConnection connection = ApiConnection.open(frame, api)) {
            SetOutcome done = connection.editor().set(where, which, wanted, options.ttl());
            frame.result(
                    where + " " + which + ": " + words(done),
                    () -> new Result(
                            where.toString(),
                            which.name(),
                            done.kept(),
                            done.changed(),
                            done.created(),
                            done.deleted()));
        }
        return ExitStatus.DONE;
    }

    private static String words(SetOutcome done) {
        if (done.unchanged()) {
            return "already as wanted";
        }
        return "kept " + done.kept() + ", changed " + done.changed() + ", created " + done.created() + ", deleted "
                + done.deleted();
    }
}
