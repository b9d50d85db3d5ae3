// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.persist;

import io.github.vpsdns.cli.base.ExitStatus;
import io.github.vpsdns.cli.base.Frame;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "remove",
        description = "Remove the records of this account at this CA; those of others stay, and so do certificates.",
        footer = {"", "Example:", "  vpsdns acme persist remove example.com"})
final class PersistRemove implements Callable<Integer> {
    private final Frame frame;

    @Mixin
    private final ProofOptions options = new ProofOptions();

    @Option(names = "--dry-run", description = "Tell what would be removed, and remove nothing.")
    private boolean dryRun;

    PersistRemove(Frame frame) {
        this.frame = frame;
    }

    @Override
    public Integer call() {
        new ProofWork(frame, options).remove(dryRun);
        return ExitStatus.DONE;
    }
}
