// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.lineage;

import io.github.vpsdns.cli.acme.StateOptions;
import io.github.vpsdns.cli.base.ExitStatus;
import io.github.vpsdns.cli.base.Frame;
import java.nio.file.Path;
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
                "Take certificates over from certbot, with what it was told of their renewal and with its account."
                        + " Certbot's files are only read. Needs no API token.",
        footer = {"", "Examples:", "  vpsdns acme import --dry-run", "  vpsdns acme import example.com"})
final class AcmeImport implements Callable<Integer> {
    private final Frame frame;

    @Parameters(
            arity = "0..*",
            paramLabel = "LINEAGE",
            description = "What certbot calls the certificate. Default: all that certbot renews.")
    private List<String> lineages = new ArrayList<>();

    @Option(
            names = "--from",
            paramLabel = "DIR",
            description = "Certbot's configuration directory. Default: /etc/letsencrypt.")
    private Path from = Path.of("/etc/letsencrypt");

    @Option(
            names = "--server-ca",
            paramLabel = "FILE",
            description = "Certificates (PEM) to trust at the CA's server, for a private CA.")
    private @Nullable Path serverCa;

    @Option(names = "--dry-run", description = "Only say what would be taken.")
    private boolean dryRun;

    @Mixin
    private final StateOptions state = new StateOptions();

    AcmeImport(Frame frame) {
        this.frame = frame;
    }

    @Override
    public Integer call() {
        boolean all = Importing.run(frame, from, state.directory(frame.host()), lineages, serverCa, dryRun);
        return all ? ExitStatus.DONE : ExitStatus.FAILED;
    }
}
