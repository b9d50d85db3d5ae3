// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.api;

import io.github.vpsdns.cli.base.UsageException;
import io.github.vpsdns.cli.terminal.Host;
import io.github.vpsdns.core.api.ApiToken;

/** Finds the API token. */
final class Tokens {
    private Tokens() {}

    static ApiToken find(Host host, ApiOptions options) {
        return host.variable("VPS_API_TOKEN")
                .map(ApiToken::of)
                .orElseThrow(() -> new UsageException(
                        "no API token; give --token-file FILE, or set VPS_API_TOKEN or VPS_API_TOKEN_FILE"));
    }
}
