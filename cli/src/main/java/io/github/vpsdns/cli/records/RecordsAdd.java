// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.records;

import io.github.vpsdns.cli.api.ApiConnection;
import io.github.vpsdns.cli.api.ApiOptions;
import io.github.vpsdns.cli.api.RecordView;
import io.github.vpsdns.cli.base.ExitStatus;
import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.core.edit.AddOutcome.Added;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.record.Ttl;
import io.github.vpsdns.core.zone.RecordDraft;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "add",
        description = "Make sure that a name has a value; other values there stay.",
        footer = {
            "",
            "Examples:",
            "  vpsdns records add www.example.com A 192.0.2.1 --ttl 300",
            "  vpsdns records add example.com MX mail.example.com --priority 10",
            "  vpsdns records add example.com CAA '0 issue \"letsencrypt.org\"'"
        })
final class RecordsAdd implements Callable<Integer> {
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

    @Parameters(index = "2", paramLabel = "VALUE", description = "The value; TXT without outer quotes.")
    private String value = "";

    RecordsAdd(Frame frame) {
        this.frame = frame;
    }

    private record Result(boolean created, RecordView record) {}

    @Override
    public Integer call() {
        @Nullable Ttl ttl = options.ttl();
        RecordDraft draft = new RecordDraft(
                DomainName.of(name), options.data(RecordType.of(type), value), ttl == null ? Ttl.API_DEFAULT : ttl);
        try (ApiConnection connection = ApiConnection.open(frame, api)) {
            Added added = connection.editor().add(draft);
            frame.result(
                    (added.created() ? "created " : "already there: ") + draft.name() + " " + draft.data(),
                    () -> new Result(added.created(), RecordView.of(added.zone(), added.record())));
        }
        return ExitStatus.DONE;
    }
}
