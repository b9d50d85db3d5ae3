// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.zones;

import io.github.vpsdns.cli.api.ApiConnection;
import io.github.vpsdns.cli.api.ApiOptions;
import io.github.vpsdns.cli.base.ExitStatus;
import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.cli.base.UsageException;
import io.github.vpsdns.core.zone.Zone;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "delete",
        description = "Delete a zone and all its records, for good.",
        footer = {
            "",
            "Examples:",
            "  vpsdns zones delete example.com         # says what would go",
            "  vpsdns zones delete example.com --yes"
        })
final class ZonesDelete implements Callable<Integer> {
    private final Frame frame;

    @Mixin
    private final ApiOptions api = new ApiOptions();

    @Parameters(paramLabel = "DOMAIN", description = "The zone's name.")
    private String domain = "";

    @Option(names = "--yes", description = "Do it. Without this the command only says what would go, and exits with 2.")
    private boolean yes;

    ZonesDelete(Frame frame) {
        this.frame = frame;
    }

    private record Deleted(String domain, String id, int records) {}

    @Override
    public Integer call() {
        try (ApiConnection connection = ApiConnection.open(frame, api)) {
            Zone zone = connection.zone(domain);
            int records = connection.client().zone(zone.id()).records().size();
            String what = "zone " + zone.domain() + words(records);
            if (!yes) {
                throw new UsageException(
                        "nothing was deleted: this would delete " + what + ", for good; give --yes to do it");
            }
            connection.client().deleteZone(zone.id());
            frame.result(
                    "deleted " + what,
                    () -> new Deleted(zone.domain().toString(), zone.id().toString(), records));
        }
        return ExitStatus.DONE;
    }

    private static String words(int records) {
        return switch (records) {
            case 0 -> ", which has no records";
            case 1 -> " and its one record";
            default -> " and its " + records + " records";
        };
    }
}
