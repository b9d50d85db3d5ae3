// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.lineage;

import io.github.vpsdns.cli.base.Branch;
import io.github.vpsdns.cli.base.Frame;

/** The commands of this package, which stand in the group {@code acme}. */
public final class LineageCommands {
    private LineageCommands() {}

    /**
     * Adds the commands.
     *
     * @param acme the group
     * @param frame what they work in
     * @return the group
     */
    public static Branch addTo(Branch acme, Frame frame) {
        return acme.leaf("revoke", () -> new AcmeRevoke(frame))
                .leaf("delete", () -> new AcmeDelete(frame))
                .leaf("import", () -> new AcmeImport(frame));
    }
}
