// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.acme;

import io.github.vpsdns.cli.base.FromEnvironment;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which CA, and as whom. What was not given is {@code null}, so that it replaces nothing. */
public final class ServerOptions {
    @Option(
            names = "--server",
            completionCandidates = Candidates.Servers.class,
            paramLabel = "CA",
            description =
                    "The CA: the URL of its ACME directory, or letsencrypt (the default for a new one),"
                            + " letsencrypt-staging, zerossl, google, google-staging, ssl.com, ssl.com-rsa, actalis. [VPSDNS_ACME_SERVER]")
    @FromEnvironment("VPSDNS_ACME_SERVER")
    @Nullable
    String server;

    @Option(
            names = "--server-ca",
            paramLabel = "FILE",
            description = "Certificates (PEM) to trust at the CA's server, for a private CA. [VPSDNS_ACME_SERVER_CA]")
    @FromEnvironment("VPSDNS_ACME_SERVER_CA")
    @Nullable
    Path serverCa;

    @Option(names = "--email", paramLabel = "ADDRESS", description = "Where the CA may write to. [VPSDNS_ACME_EMAIL]")
    @FromEnvironment("VPSDNS_ACME_EMAIL")
    @Nullable
    String email;

    @Option(
            names = "--agree-tos",
            fallbackValue = "true",
            description = "Agree to the CA's terms of service, needed once for a new account. [VPSDNS_ACME_AGREE_TOS]")
    @FromEnvironment("VPSDNS_ACME_AGREE_TOS")
    boolean agreeToTerms;

    @Option(
            names = "--eab-kid",
            paramLabel = "ID",
            description = "The key id of an external account binding, where the CA wants one. [VPSDNS_ACME_EAB_KID]")
    @FromEnvironment("VPSDNS_ACME_EAB_KID")
    @Nullable
    String eabKeyId;

    @Option(
            names = "--eab-hmac-file",
            paramLabel = "FILE",
            description =
                    "A file with the binding's HMAC key, base64url as the CA gives it. [VPSDNS_ACME_EAB_HMAC_FILE]")
    @FromEnvironment("VPSDNS_ACME_EAB_HMAC_FILE")
    @Nullable
    Path eabHmacFile;

    /** Creates the options as if none was given. */
    public ServerOptions() {}
}
