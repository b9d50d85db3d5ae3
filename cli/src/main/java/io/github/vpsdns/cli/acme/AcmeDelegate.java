// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.acme;

import io.github.vpsdns.cli.api.ApiOptions;
import io.github.vpsdns.cli.api.DnsOptions;
import io.github.vpsdns.cli.base.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "delegate",
        description =
                "Say which CNAME record leads the challenges of a name in a zone elsewhere into a zone of this account,"
                        + " and whether it is there.",
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:the challenges of all the names lead into this account",
            "1:some do not yet",
            "2:wrong usage or configuration, nothing was done",
            "75:it could not be found out for now"
        },
        footer = {
            "",
            "Examples:",
            "  vpsdns acme delegate www.example.org",
            "  vpsdns acme delegate example.com --target-zone keys.example.net --create"
        })
final class AcmeDelegate implements Callable<Integer> {
    private final Frame frame;

    @Parameters(arity = "1..*", paramLabel = "NAME", description = "Names that certificates are wanted for.")
    List<String> names = new ArrayList<>();

    @Option(
            names = "--target-zone",
            paramLabel = "ZONE",
            description =
                    "The zone of this account that the challenges are to be led to. Default: the only one there is.")
    @Nullable
    String targetZone;

    @Option(
            names = "--create",
            description = "Make the record, where the name is in another zone of this account; where it is in a zone"
                    + " elsewhere, that is left to whoever runs it.")
    boolean create;

    @Mixin
    final DnsOptions dns = new DnsOptions();

    @Mixin
    final ApiOptions api = new ApiOptions();

    AcmeDelegate(Frame frame) {
        this.frame = frame;
    }

    @Override
    public Integer call() {
        return Delegating.run(frame, this);
    }
}
