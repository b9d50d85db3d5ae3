// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.zones;

import io.github.vpsdns.cli.api.ApiConnection;
import io.github.vpsdns.cli.api.ApiOptions;
import io.github.vpsdns.cli.api.ZoneView;
import io.github.vpsdns.cli.base.ExitStatus;
import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.cli.terminal.Table;
import io.github.vpsdns.core.zone.Zone;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "list",
        description = "List the account's zones.",
        footer = {"", "Examples:", "  vpsdns zones list", "  vpsdns zones list --json"})
final class ZonesList implements Callable<Integer> {
    private final Frame frame;

    @Mixin
    private final ApiOptions api = new ApiOptions();

    ZonesList(Frame frame) {
        this.frame = frame;
    }

    @Override
    public Integer call() {
        try (ApiConnection connection = ApiConnection.open(frame, api);
                Stream<Zone> zones = connection.client().zones()) {
            Stream<ZoneView> views = zones.map(ZoneView::of);
            if (frame.globals().json()) {
                frame.documents(views);
            } else {
                Table table = frame.table("ZONE", "RECORDS", "CREATED", "ID");
                views.forEach(zone -> table.row(zone.domain(), zone.recordsText(), zone.createdText(), zone.id()));
                table.finish();
            }
        }
        return ExitStatus.DONE;
    }
}
