// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.renewal;

import io.github.vpsdns.cli.base.Branch;
import io.github.vpsdns.cli.base.Frame;

/** The commands that keep certificates: {@code vpsdns acme renew|run|list}. */
public final class RenewalCommands {
    private RenewalCommands() {}

    /**
     * Adds the commands to their group.
     *
     * @param acme the group
     * @param frame what the commands work in
     * @return the group
     */
    public static Branch addTo(Branch acme, Frame frame) {
        return acme.leaf("renew", () -> new AcmeRenew(frame))
                .leaf("run", () -> new AcmeRun(frame))
                .leaf("list", () -> new AcmeList(frame));
    }
}
