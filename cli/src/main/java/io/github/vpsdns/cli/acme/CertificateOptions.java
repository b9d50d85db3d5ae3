// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.acme;

import io.github.vpsdns.cli.base.FromEnvironment;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What certificate, and what becomes of it. What was not given is {@code null}, so that it replaces nothing. */
public final class CertificateOptions {
    @Option(
            names = {"-d", "--domain"},
            paramLabel = "NAME",
            split = "\\s*,\\s*",
            splitSynopsisLabel = ",",
            description = "A name for the certificate, *.NAME as well; repeatable. [VPSDNS_ACME_DOMAIN]")
    @FromEnvironment("VPSDNS_ACME_DOMAIN")
    @Nullable
    List<String> domains;

    @Option(
            names = "--key-type",
            completionCandidates = Candidates.KeyTypes.class,
            paramLabel = "TYPE",
            description = "p256 (default), p384, rsa2048, rsa3072 or rsa4096. [VPSDNS_ACME_KEY_TYPE]")
    @FromEnvironment("VPSDNS_ACME_KEY_TYPE")
    @Nullable
    String keyType;

    @Option(
            names = "--reuse-key",
            negatable = true,
            fallbackValue = "true",
            description = "Keep the key of the certificate that is there already, or make a new one (default)."
                    + " [VPSDNS_ACME_REUSE_KEY]")
    @FromEnvironment("VPSDNS_ACME_REUSE_KEY")
    @Nullable
    Boolean reuseKey;

    @Option(
            names = "--csr",
            paramLabel = "FILE",
            description = "A certificate request (PEM or DER) made elsewhere; its names and key are used, and no key is"
                    + " kept here. [VPSDNS_ACME_CSR]")
    @FromEnvironment("VPSDNS_ACME_CSR")
    @Nullable
    Path csr;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "One of the CA's profiles, such as tlsserver or shortlived. [VPSDNS_ACME_PROFILE]")
    @FromEnvironment("VPSDNS_ACME_PROFILE")
    @Nullable
    String profile;

    @Option(
            names = "--preferred-chain",
            paramLabel = "ISSUER",
            description = "The common name of an issuer that the chain should lead to. [VPSDNS_ACME_PREFERRED_CHAIN]")
    @FromEnvironment("VPSDNS_ACME_PREFERRED_CHAIN")
    @Nullable
    String preferredChain;

    @Option(
            names = "--deploy-hook",
            paramLabel = "COMMAND",
            description =
                    "Run by sh -c once a new certificate is in place; RENEWED_LINEAGE and RENEWED_DOMAINS tell which."
                            + " [VPSDNS_ACME_DEPLOY_HOOK]")
    @FromEnvironment("VPSDNS_ACME_DEPLOY_HOOK")
    @Nullable
    String deployHook;

    @Option(
            names = "--keystore-password-file",
            paramLabel = "FILE",
            description = "Write keystore.p12 as well, with the password in this file."
                    + " [VPSDNS_ACME_KEYSTORE_PASSWORD_FILE]")
    @FromEnvironment("VPSDNS_ACME_KEYSTORE_PASSWORD_FILE")
    @Nullable
    Path keystorePasswordFile;

    /** Creates the options as if none was given. */
    public CertificateOptions() {}
}
