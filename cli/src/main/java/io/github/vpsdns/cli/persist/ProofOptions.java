// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.persist;

import io.github.vpsdns.cli.acme.ServerOptions;
import io.github.vpsdns.cli.acme.StateOptions;
import io.github.vpsdns.cli.api.ApiOptions;
import io.github.vpsdns.cli.api.DnsOptions;
import io.github.vpsdns.cli.base.FromEnvironment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Whose records, for which names. */
final class ProofOptions {
    @Parameters(
            paramLabel = "NAME",
            arity = "1..*",
            description = "The names as they stand in certificates, such as example.com or '*.example.com'.")
    List<String> names = new ArrayList<>();

    @Option(names = "--wildcard", description = "Cover *.NAME as well, for every name.")
    boolean wildcard;

    @Option(
            names = "--issuer",
            paramLabel = "NAME",
            description = "The CA's issuer domain name, where its directory does not tell it or tells several.")
    @Nullable
    String issuer;

    @Option(
            names = "--alias",
            paramLabel = "NAME",
            description =
                    "Where the names _validation-persist.NAME lead by CNAME, to put all records there. Default: CNAMEs"
                            + " are looked up and followed. [VPSDNS_ACME_ALIAS]")
    @FromEnvironment("VPSDNS_ACME_ALIAS")
    @Nullable
    String alias;

    @Mixin
    final ServerOptions server = new ServerOptions();

    @Mixin
    final StateOptions state = new StateOptions();

    @Mixin
    final DnsOptions dns = new DnsOptions();

    @Mixin
    final ApiOptions api = new ApiOptions();
}
