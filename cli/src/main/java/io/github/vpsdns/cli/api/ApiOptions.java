// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.api;

import io.github.vpsdns.cli.base.FromEnvironment;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that calls the API. */
public final class ApiOptions {
    @Option(
            names = "--api-url",
            paramLabel = "URL",
            description = "The API. Default: https://admin.vps.org/api/v1. [VPS_API_URL]")
    @FromEnvironment("VPS_API_URL")
    private @Nullable String url;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description =
                    "A file that holds the API token. Otherwise the token is taken from VPS_API_TOKEN, the file named"
                            + " by VPS_API_TOKEN_FILE, or systemd's credential vps-api-token.")
    private @Nullable Path tokenFile;

    @Option(
            names = "--api-timeout",
            paramLabel = "TIME",
            description = "How long one operation of the API may take, with all retries, such as 30s (default) or 2m"
                    + " (default for certificates). [VPS_API_TIMEOUT]")
    @FromEnvironment("VPS_API_TIMEOUT")
    private @Nullable Duration timeout;

    /** Creates the options as if none was given. */
    public ApiOptions() {}

    @Nullable
    String url() {
        return url;
    }

    Duration timeout(Duration otherwise) {
        return timeout == null ? otherwise : timeout;
    }

    @Nullable
    Path tokenFile() {
        return tokenFile;
    }
}
