// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.hook;

import io.github.vpsdns.cli.base.ExitStatus;
import io.github.vpsdns.cli.base.Frame;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
    private final HandOptions given = new HandOptions();

    HookPresent(Frame frame) {
        this.frame = frame;
    }

    @Override
    public Integer call() {
        HandWork.present(frame, given, !noWait);
        return ExitStatus.DONE;
    }
}
