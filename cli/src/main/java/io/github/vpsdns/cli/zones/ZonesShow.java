// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.zones;

import io.github.vpsdns.cli.api.ApiConnection;
import io.github.vpsdns.cli.api.ApiOptions;
import io.github.vpsdns.cli.api.RecordTable;
import io.github.vpsdns.cli.api.RecordView;
import io.github.vpsdns.cli.api.ZoneView;
import io.github.vpsdns.cli.base.ExitStatus;
import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.core.zone.Zone;
import io.github.vpsdns.core.zone.ZoneDetail;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "show",
        description = "Show a zone and its records.",
        footer = {"", "Example:", "  vpsdns zones show example.com"})
final class ZonesShow implements Callable<Integer> {
    private final Frame frame;

    @Mixin
    private final ApiOptions api = new ApiOptions();

    @Parameters(paramLabel = "DOMAIN", description = "The zone's name.")
    private String domain = "";

    ZonesShow(Frame frame) {
        this.frame = frame;
    }

    @Override
    public Integer call() {
        try (ApiConnection connection = ApiConnection.open(frame, api)) {
            Zone zone = connection.zone(domain);
            ZoneDetail detail = connection.client().zone(zone.id());
            List<RecordView> records = detail.records().stream()
                    .map(record -> RecordView.of(zone, record))
                    .toList();
            if (frame.globals().json()) {
                frame.document(ZoneView.Detail.of(detail.zone(), records));
            } else {
                print(ZoneView.of(detail.zone()), records);
            }
        }
        return ExitStatus.DONE;
    }

    private void print(ZoneView zone, List<RecordView> records) {
        frame.say(zone.domain() + "  " + zone.id() + "  created " + zone.createdText());
        if (records.isEmpty()) {
            frame.say("no records");
            return;
        }
        RecordTable table = new RecordTable(frame);
        records.forEach(table::row);
        table.finish();
    }
}
