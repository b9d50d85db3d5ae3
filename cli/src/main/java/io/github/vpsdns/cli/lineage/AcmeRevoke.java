// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.lineage;

import io.github.vpsdns.acme.revoke.RevocationReason;
import io.github.vpsdns.cli.acme.Candidates;
import io.github.vpsdns.cli.acme.StateOptions;
import io.github.vpsdns.cli.base.ExitStatus;
import io.github.vpsdns.cli.base.Frame;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "revoke",
        description =
                "Have the CA declare a certificate invalid, for good, and stop renewing it. Its files stay, so that"
                        + " servers still start; 'issue' gets a new one. Needs no API token.",
        footer = {
            "",
            "Examples:",
            "  vpsdns acme revoke example.com",
            "  vpsdns acme revoke example.com --reason keyCompromise --by certificate-key"
        })
final class AcmeRevoke implements Callable<Integer> {
    private final Frame frame;

    @Parameters(paramLabel = "LINEAGE", description = "What the certificate is called here; see 'acme list'.")
    private String lineage = "";

    @Option(
            names = "--reason",
            completionCandidates = Reasons.class,
            paramLabel = "REASON",
            description =
                    "unspecified (default), keyCompromise, affiliationChanged, superseded or cessationOfOperation,"
                            + " or the number in RFC 5280.")
    private String reason = "unspecified";

    @Option(
            names = "--by",
            completionCandidates = Rights.class,
            paramLabel = "RIGHT",
            description = "Whose right to use: account (default), or certificate-key.")
    private String by = "account";

    // From the environment neither: the CA of a certificate is the one that issued it.
    @Option(
            names = "--server",
            completionCandidates = Candidates.Servers.class,
            paramLabel = "CA",
            description = "The CA that issued it, if it is not renewed any more.")
    private @Nullable String server;

    @Option(names = "--server-ca", paramLabel = "FILE", description = "Certificates (PEM) to trust at that server.")
    private @Nullable Path serverCa;

    @Mixin
    private final StateOptions state = new StateOptions();

    AcmeRevoke(Frame frame) {
        this.frame = frame;
    }

    @Override
    public Integer call() {
        Revocation.run(frame, state.directory(frame.host()), lineage, reason, by, server, serverCa);
        return ExitStatus.DONE;
    }

    /** What shells offer for {@code --reason}. */
    static final class Reasons implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(RevocationReason.values())
                    .map(RevocationReason::toString)
                    .iterator();
        }
    }

    /** What shells offer for {@code --by}. */
    static final class Rights implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of("account", "certificate-key").iterator();
        }
    }
}
