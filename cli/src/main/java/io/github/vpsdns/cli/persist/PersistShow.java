// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.persist;

import io.github.vpsdns.cli.base.ExitStatus;
import io.github.vpsdns.cli.base.Frame;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "show",
        description =
                "Tell what stands at the name servers, whether it proves the names, and until when; changes nothing.",
        footer = {"", "Example:", "  vpsdns acme persist show example.com '*.example.com'"})
final class PersistShow implements Callable<Integer> {
    private final Frame frame;

    @Mixin
    private final ProofOptions options = new ProofOptions();

    PersistShow(Frame frame) {
        this.frame = frame;
    }

    @Override
    public Integer call() {
        new ProofWork(frame, options).show();
        return ExitStatus.DONE;
    }
}
