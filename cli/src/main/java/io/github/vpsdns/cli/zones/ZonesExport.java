// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.zones;

import io.github.vpsdns.cli.api.ApiConnection;
import io.github.vpsdns.cli.api.ApiOptions;
import io.github.vpsdns.cli.base.ExitStatus;
import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.core.edit.zone.ZoneEditor;
import io.github.vpsdns.core.edit.zone.ZoneSnapshot;
import io.github.vpsdns.core.file.Disk;
import io.github.vpsdns.core.file.DurableFiles;
import io.github.vpsdns.core.file.IoReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "export",
        description = "Write a zone as a zone file (BIND format, RFC 1035), which is a backup and loads in any server.",
        footer = {
            "",
            "Examples:",
            "  vpsdns zones export example.com --output example.com.zone",
            "  vpsdns zones export example.com | named-checkzone example.com /dev/stdin"
        })
final class ZonesExport implements Callable<Integer> {
    private final Frame frame;

    @Mixin
    private final ApiOptions api = new ApiOptions();

    @Parameters(paramLabel = "DOMAIN", description = "The zone's name.")
    private String domain = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write there, in one step and readable for you only. Default: standard output.")
    private @Nullable Path output;

    @Option(
            names = "--no-soa",
            description = "Leave out the SOA and NS records that servers need and the API does not show. The file then"
                    + " does not claim to be the whole zone.")
    private boolean noSoa;

    ZonesExport(Frame frame) {
        this.frame = frame;
    }

    private record Saved(String zone, String file, int recordCount, boolean certain, int notUnderstood) {}

    private record Shown(String zone, int recordCount, boolean certain, int notUnderstood, String zoneFile) {}

    @Override
    public Integer call() {
        try (ApiConnection connection = ApiConnection.open(frame, api)) {
            ZoneSnapshot snapshot = new ZoneEditor(connection.client()).read(connection.zone(domain));
            ExportedZone exported =
                    ExportedZone.of(snapshot, frame.host().time().now(), !noSoa);
            exported.warnings().forEach(frame::note);
            print(snapshot, exported);
        }
        return ExitStatus.DONE;
    }

    private void print(ZoneSnapshot snapshot, ExportedZone exported) {
        String zone = snapshot.zone().domain().toString();
        int count = snapshot.records().size();
        Path file = output;
        if (file != null) {
            save(file, exported.text());
            frame.result(
                    "saved " + Words.records(count) + " of " + zone + " in " + file,
                    () -> new Saved(zone, file.toString(), count, snapshot.certain(), exported.notUnderstood()));
        } else if (frame.globals().json()) {
            frame.document(new Shown(zone, count, snapshot.certain(), exported.notUnderstood(), exported.text()));
        } else {
            frame.terminal().out().print(exported.text());
        }
    }

    private static void save(Path file, String text) {
        try {
            new DurableFiles(Disk.local()).replace(file, text.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw ZoneFileInput.failed("the zone file '" + file + "' could not be written: " + IoReason.of(e), e);
        }
    }
}
