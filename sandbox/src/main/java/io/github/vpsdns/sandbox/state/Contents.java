// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.state;

import java.util.List;

/** All that is kept over a restart. */
record Contents(List<AccessToken> tokens, List<SandboxZone> zones) {
    Contents {
        tokens = List.copyOf(tokens);
        zones = List.copyOf(zones);
    }
}
