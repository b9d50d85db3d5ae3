// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.zones;

import io.github.vpsdns.cli.api.ApiConnection;
import io.github.vpsdns.cli.api.ApiOptions;
import io.github.vpsdns.cli.api.ZoneView;
import io.github.vpsdns.cli.base.ExitStatus;
import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.zone.Zone;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "create",
        description = "Create an empty zone.",
        footer = {"", "Example:", "  vpsdns zones create example.com"})
final class ZonesCreate implements Callable<Integer> {
    private final Frame frame;

    @Mixin
    private final ApiOptions api = new ApiOptions();

    @Parameters(paramLabel = "DOMAIN", description = "The zone's name.")
    private String domain = "";

    ZonesCreate(Frame frame) {
        this.frame = frame;
    }

    @Override
    public Integer call() {
        DomainName name = DomainName.of(domain);
        try (ApiConnection connection = ApiConnection.open(frame, api)) {
            Zone zone = connection.client().createZone(name).zone();
            frame.result("created zone " + zone.domain() + " (" + zone.id() + ")", () -> ZoneView.of(zone));
        }
        return ExitStatus.DONE;
    }
}
