// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.hook;

import io.github.vpsdns.acme.dns01.ChallengeValue;
import io.github.vpsdns.cli.api.ApiOptions;
import io.github.vpsdns.cli.api.DnsOptions;
import io.github.vpsdns.cli.base.ExitStatus;
import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.core.name.DomainName;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "present",
        preprocessor = HyphenValues.class,
        description =
                "Make sure that a challenge value is there, and wait until all authoritative name servers show it. Other"
                        + " values at the name stay. If it does not get there, it is removed again.",
        footer = {
            "",
            "Example:",
            "  vpsdns acme hook present _acme-challenge.example.com ZTRx1Ckl1-tM05o5zaizTTA0yUy5AGereMgSNWC6Ll8"
        })
final class HookPresent implements Callable<Integer> {
    private final Frame frame;

    @Option(names = "--no-wait", description = "Do not wait for the name servers.")
    private boolean noWait;

    @Mixin
    private final HookOptions hook = new HookOptions();

    @Mixin
    private final DnsOptions dns = new DnsOptions();

    @Mixin
    private final ApiOptions api = new ApiOptions();

    @Parameters(
            index = "0",
            paramLabel = "FQDN",
            description = "The full challenge name, such as _acme-challenge.example.com.")
    private String name = "";

    @Parameters(index = "1", paramLabel = "VALUE", description = "The text of the TXT record, 43 characters.")
    private String value = "";

    HookPresent(Frame frame) {
        this.frame = frame;
    }

    @Override
    public Integer call() {
        HandWork.present(frame, new ChallengeValue(DomainName.of(name), value), !noWait, hook, dns, api);
        return ExitStatus.DONE;
    }
}
