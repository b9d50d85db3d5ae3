// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.acme;

import io.github.vpsdns.cli.base.ExitStatus;
import io.github.vpsdns.cli.base.Frame;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "list", description = "List the certificates that are kept here; needs no token.")
final class AcmeList implements Callable<Integer> {
    private final Frame frame;

    @Mixin
    private final StateOptions state = new StateOptions();

    AcmeList(Frame frame) {
        this.frame = frame;
    }

    @Override
    public Integer call() {
        Listing.print(frame, state.directory(frame.host()));
        return ExitStatus.DONE;
    }
}
