// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.hook;

import io.github.vpsdns.cli.base.ExitStatus;
import io.github.vpsdns.cli.base.Frame;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "cleanup",
        preprocessor = HyphenValues.class,
        description = "Remove exactly this challenge value; it is no failure if it is not there.",
        footer = {
            "",
            "Example:",
            "  vpsdns acme hook cleanup _acme-challenge.example.com ZTRx1Ckl1-tM05o5zaizTTA0yUy5AGereMgSNWC6Ll8"
        })
final class HookCleanup implements Callable<Integer> {
    private final Frame frame;

    @Mixin
    private final HandOptions given = new HandOptions();

    HookCleanup(Frame frame) {
        this.frame = frame;
    }

    @Override
    public Integer call() {
        HandWork.cleanUp(frame, given);
        return ExitStatus.DONE;
    }
}
