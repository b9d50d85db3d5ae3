// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.api;

import io.github.vpsdns.cli.base.FromEnvironment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Predicate;
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
                    + " (default for certificates; 12s for ddns run and webhook run). [VPS_API_TIMEOUT]")
    @FromEnvironment("VPS_API_TIMEOUT")
    private @Nullable Duration timeout;

    /** Creates the options as if none was given. */
    public ApiOptions() {}

    /**
     * Puts a configuration file between the line and the environment.
     *
     * @param configuredUrl the API's URL in the file, or {@code null}
     * @param configuredTokenFile a file that holds the token, named in the file, or {@code null}
     * @param configuredTimeout the limit of one operation in the file, or {@code null}
     * @param isOnTheLine tells of an option, by its name, whether it was given on the line
     * @return the options that result
     */
    public ApiOptions over(
            @Nullable String configuredUrl,
            @Nullable Path configuredTokenFile,
            @Nullable Duration configuredTimeout,
            Predicate<String> isOnTheLine) {
        ApiOptions joined = new ApiOptions();
        joined.url = configuredUrl == null || isOnTheLine.test("--api-url") ? url : configuredUrl;
        joined.tokenFile = tokenFile == null ? configuredTokenFile : tokenFile;
        joined.timeout = configuredTimeout == null || isOnTheLine.test("--api-timeout") ? timeout : configuredTimeout;
        return joined;
    }

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
