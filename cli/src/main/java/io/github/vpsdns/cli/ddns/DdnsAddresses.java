// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.ddns;

import io.github.vpsdns.cli.base.Frame;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "addresses",
        description =
                "Tell what each source says of this host's addresses, and which would be published. Asks all sources"
                        + " of the configuration, or without one the network interfaces; needs no token and changes nothing.",
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:the addresses are known: of each family of the configuration, or of any without one",
            "2:wrong usage or configuration",
            "75:an address is not known for now"
        },
        footer = {"", "Examples:", "  vpsdns ddns addresses", "  vpsdns ddns addresses --config ddns.yaml --json"})
final class DdnsAddresses implements Callable<Integer> {
    private final Frame frame;

    @Mixin
    private final ConfigOptions config = new ConfigOptions();

    DdnsAddresses(Frame frame) {
        this.frame = frame;
    }

    @Override
    public Integer call() {
        return new AddressesWork(frame).run(config.find());
    }
}
