// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.testing;

import io.github.vpsdns.cli.testing.Run.Surroundings;
import io.github.vpsdns.sandbox.Sandbox;
import java.util.stream.Collectors;

/** Surroundings from which a sandbox is used, as its {@code export} lines make them. */
public final class SandboxRuns {
    private SandboxRuns() {}

    /** Returns surroundings with the sandbox's API, and its token with all permissions. */
    public static Surroundings api(Sandbox sandbox) {
        return Run.bare().with("VPS_API_URL", sandbox.apiUrl().toString()).with("VPS_API_TOKEN", sandbox.token());
    }

    /** Returns surroundings with the sandbox's API and name servers. */
    public static Surroundings dns(Sandbox sandbox) {
        return api(sandbox)
                .with(
                        "VPSDNS_NAMESERVERS",
                        sandbox.nameServers().stream()
                                .map(server -> server.getAddress().getHostAddress() + ":" + server.getPort())
                                .collect(Collectors.joining(",")));
    }

    /** Returns surroundings with the sandbox's API, name servers and CA. */
    public static Surroundings all(Sandbox sandbox) {
        return dns(sandbox)
                .with("VPSDNS_ACME_SERVER", sandbox.acmeDirectory().toString())
                .with("VPSDNS_ACME_AGREE_TOS", "true");
    }
}
