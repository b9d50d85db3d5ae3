// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.webhook;

import io.github.vpsdns.cli.base.ExitStatus;
import io.github.vpsdns.cli.base.Frame;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "hash-password",
        description =
                "Read a password, one line of standard input, and print its hash for the configuration. At a terminal it"
                        + " is asked for twice and not shown. The password is not kept anywhere.",
        footer = {
            "",
            "Examples:",
            "  vpsdns webhook hash-password",
            "  openssl rand -hex 16 | tee /dev/tty | vpsdns webhook hash-password"
        })
final class HashPassword implements Callable<Integer> {
    private final Frame frame;

    HashPassword(Frame frame) {
        this.frame = frame;
    }

    @Override
    public Integer call() {
        new HashPasswordWork(frame).run();
        return ExitStatus.DONE;
    }
}
