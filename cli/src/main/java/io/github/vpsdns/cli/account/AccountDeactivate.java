// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.account;

import io.github.vpsdns.cli.base.ExitStatus;
import io.github.vpsdns.cli.base.Frame;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "deactivate",
        description = "Close the account for good. Its certificates stay valid until they end.",
        footer = {"", "Example:", "  vpsdns acme account deactivate --server letsencrypt-staging --yes"})
final class AccountDeactivate implements Callable<Integer> {
    private final Frame frame;

    @Mixin
    private final AccountOptions account = new AccountOptions();

    @Option(names = "--yes", description = "Do it. Without this the command only says what would go, and exits with 2.")
    private boolean yes;

    AccountDeactivate(Frame frame) {
        this.frame = frame;
    }

    @Override
    public Integer call() {
        AccountWork.of(frame, account).deactivate(yes);
        return ExitStatus.DONE;
    }
}
