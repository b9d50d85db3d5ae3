// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.lineage;

import io.github.vpsdns.cli.acme.StateOptions;
import io.github.vpsdns.cli.base.ExitStatus;
import io.github.vpsdns.cli.base.Frame;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "delete",
        description =
                "Forget a certificate: its files, keys and renewal. It stays valid until it ends, unless it is revoked"
                        + " first. Needs no API token.",
        footer = {"", "Example:", "  vpsdns acme delete example.com --yes"})
final class AcmeDelete implements Callable<Integer> {
    private final Frame frame;

    @Parameters(paramLabel = "LINEAGE", description = "What the certificate is called here; see 'acme list'.")
    private String lineage = "";

    @Option(names = "--yes", description = "Do it. Without this the command only says what would go, and exits with 2.")
    private boolean yes;

    @Mixin
    private final StateOptions state = new StateOptions();

    AcmeDelete(Frame frame) {
        this.frame = frame;
    }

    @Override
    public Integer call() {
        Deletion.run(frame, state.directory(frame.host()), lineage, yes);
        return ExitStatus.DONE;
    }
}
