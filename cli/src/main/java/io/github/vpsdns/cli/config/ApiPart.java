// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.config;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where the API is, as far as the file says it.
 *
 * @param url its URL, or {@code null}
 * @param tokenFile a file that holds the token, or {@code null}
 * @param timeout how long one operation may take with all retries, or {@code null}
 */
public record ApiPart(
        @Nullable String url,
        @Nullable Path tokenFile,
        @Nullable Duration timeout) {}
