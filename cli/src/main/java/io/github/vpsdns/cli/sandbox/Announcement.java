// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.sandbox;

import java.util.List;

/**
 * Where a sandbox is.
 *
 * @param apiUrl the API
 * @param apiToken a token with all permissions; good for this sandbox only, so it is shown
 * @param nameservers its name servers, {@code address:port}
 * @param acmeServer the CA's directory
 */
record Announcement(String apiUrl, String apiToken, List<String> nameservers, String acmeServer) {
    /** Returns lines for a POSIX shell, without a line end after the last; none of the values needs quotes. */
    String exports() {
        return String.join(
                "\n",
                "export VPS_API_URL=" + apiUrl,
                "export VPS_API_TOKEN=" + apiToken,
                "export VPSDNS_NAMESERVERS=" + String.join(",", nameservers),
                "export VPSDNS_ACME_SERVER=" + acmeServer);
    }
}
