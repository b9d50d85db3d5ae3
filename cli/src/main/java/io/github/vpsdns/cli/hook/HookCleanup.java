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
import picocli.CommandLine.Parameters;

@Command(
        name = "cleanup",
        preprocessor = HyphenValues.class,
        description = "Remove exactly this challenge value; it is no failure if it is not there.")
final class HookCleanup implements Callable<Integer> {
    private final Frame frame;

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

    HookCleanup(Frame frame) {
        this.frame = frame;
    }

    @Override
    public Integer call() {
        HandWork.cleanUp(frame, new ChallengeValue(DomainName.of(name), value), hook, dns, api);
        return ExitStatus.DONE;
    }
}
