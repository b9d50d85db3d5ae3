// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.ddns;

import io.github.vpsdns.cli.base.Frame;
import picocli.CommandLine;
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
    public static CommandLine line(Frame frame) {
        return new CommandLine(new DdnsCommand())
                .addSubcommand(new DdnsRun(frame))
                .addSubcommand(new DdnsOnce(frame))
                .addSubcommand(new DdnsAddresses(frame));
    }
}
