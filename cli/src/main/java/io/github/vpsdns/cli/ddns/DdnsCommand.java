// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.ddns;

import io.github.vpsdns.cli.base.Branch;
import io.github.vpsdns.cli.base.Frame;
import picocli.CommandLine.Command;

/** {@code vpsdns ddns}. */
@Command(
        name = "ddns",
        description = "Keep A and AAAA records equal to this host's addresses.",
        footer = {
            "",
            "What is to be done stands in a configuration file; conf/ddns.yaml of the installation is a sample with every key."
        })
public final class DdnsCommand {
    private DdnsCommand() {}

    /**
     * Creates the command with those below it.
     *
     * @param frame what they work in
     * @return the command
     */
    public static Branch branch(Frame frame) {
        return Branch.of(DdnsCommand::new)
                .leaf("run", () -> new DdnsRun(frame))
                .leaf("once", () -> new DdnsOnce(frame))
                .leaf("addresses", () -> new DdnsAddresses(frame));
    }
}
