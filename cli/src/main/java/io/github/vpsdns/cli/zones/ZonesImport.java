// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.zones;

import io.github.vpsdns.cli.api.ApiOptions;
import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.core.name.DomainName;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description =
                "Bring the records of a zone file (BIND format, RFC 1035) into a zone: the plan is printed, then carried"
                        + " out. What the file does not have stays, unless --prune is given.",
        footer = {
            "",
            "Examples:",
            "  vpsdns zones import example.com example.com.zone --dry-run",
            "  dig @ns1.old.example example.com AXFR | vpsdns zones import example.com - --skip-unsupported"
        })
final class ZonesImport implements Callable<Integer> {
    private final Frame frame;

    @Mixin
    private final ApiOptions api = new ApiOptions();

    @Parameters(index = "0", paramLabel = "DOMAIN", description = "The zone's name. The zone must be there already.")
    private String domain = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "The zone file; - for standard input.")
    private String file = "";

    @Option(
            names = "--prune",
            description =
                    "Remove what the file covers and does not have. A file with an SOA record covers the whole zone, any"
                            + " other only names and types that it has. Never removed are the zone's own NS records, challenges"
                            + " at _acme-challenge names, and what is not understood.")
    private boolean prune;

    @Option(
            names = "--prune-limit",
            paramLabel = "N",
            description = "With --prune, how many records may be removed at most. Default: half of those in the zone.")
    private @Nullable Integer pruneLimit;

    @Option(
            names = "--keep",
            paramLabel = "NAME",
            description =
                    "A full name at which nothing is touched, whatever the file says, such as one that an agent keeps up"
                            + " to date; repeatable.")
    private List<String> keep = new ArrayList<>();

    @Option(
            names = "--skip-unsupported",
            description = "Leave out records of types that the API does not have, instead of refusing the file.")
    private boolean skipUnsupported;

    @Option(names = "--dry-run", description = "Print the plan and change nothing.")
    private boolean dryRun;

    ZonesImport(Frame frame) {
        this.frame = frame;
    }

    @Override
    public Integer call() {
        ImportOrder order = new ImportOrder(
                DomainName.of(domain),
                file,
                prune,
                pruneLimit,
                keep.stream().map(DomainName::of).toList(),
                skipUnsupported,
                dryRun);
        return new Importing(frame, api, order).run();
    }
}
